const family = 'Source Sans 3 Variable';

/** Signs that figures write: the faces that hold them are embedded. */
const neededSigns = ['A', '−', 'Δ'].map((sign) => sign.codePointAt(0) ?? 0);

function holds(unicodeRange: string, sign: number): boolean {
  return unicodeRange.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return sign >= Number.parseInt(from, 16) && sign <= Number.parseInt(to, 16);
  });
}

function facesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return Array.from(sheet.cssRules).filter((rule) => rule instanceof CSSFontFaceRule);
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [, source = ''] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
  const address = new URL(source, parentStyleSheet?.href ?? document.baseURI);
  const response = await fetch(address);
  const data = await asDataUrl(await response.blob());
  const range = style.getPropertyValue('unicode-range');
  return `@font-face{font-family:'${family}';font-weight:200 900;src:url(${data}) format('woff2');unicode-range:${range};}`;
}

/**
 * The page's own faces as a style sheet with everything in it, for an image: images see no font of the page. Empty where
 * they cannot be read (a page from `file://` in some browsers); the image then falls back to the system's.
 */
export async function embeddedFont(): Promise<string> {
  const faces = Array.from(document.styleSheets)
    .filter((sheet) => sheet.href === null || new URL(sheet.href).origin === location.origin)
    .flatMap(facesOf)
    .filter(({ style }) => style.getPropertyValue('font-family').replaceAll(/["']/g, '') === family)
    .filter(({ style }) => neededSigns.some((sign) => holds(style.getPropertyValue('unicode-range'), sign)));
  try {
    return (await Promise.all(faces.map(embedded))).join('');
  } catch {
    return '';
  }
}
