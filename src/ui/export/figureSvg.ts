/** What an exported figure says of itself. */
export interface FigureAbout {
  readonly title: string;
  /** Address that shows the same figure. */
  readonly link: string;
}

export interface FigureDrawing {
  /** A whole SVG file. */
  readonly text: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The file's upper left corner in the figure's own px. */
  readonly leftPx: number;
  readonly topPx: number;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** White around the drawing, px. */
const marginPx = 10;

/** Named as people install it, then as the page serves it, then whatever is there. */
export const fontFamily =
  "'Source Sans 3', 'Source Sans 3 Variable', 'Source Sans Pro', system-ui, sans-serif";

function withText(name: string, text: string): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  element.textContent = text;
  return element;
}

/** A canvas for which there are no vectors: its pixels, as large as it stands in the figure. */
function imageOf(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): SVGElement {
  const image = document.createElementNS(svgNamespace, 'image');
  image.setAttribute('href', canvas.toDataURL());
  image.setAttribute('width', String(widthPx));
  image.setAttribute('height', String(heightPx));
  return image;
}

/** The figure's own vectors, not the sign of its menu. */
export function drawingOf(figure: HTMLElement): SVGSVGElement | null {
  return figure.querySelector<SVGSVGElement>('svg:not(.figure-menu svg)');
}

/** What is drawn, labels that reach out of the figure included. */
function boxOf(svg: SVGSVGElement | null, widthPx: number, heightPx: number) {
  const drawn = svg?.getBBox();
  const left = Math.min(0, drawn?.x ?? 0) - marginPx;
  const top = Math.min(0, drawn?.y ?? 0) - marginPx;
  const right = Math.max(widthPx, drawn ? drawn.x + drawn.width : 0) + marginPx;
  const bottom = Math.max(heightPx, drawn ? drawn.y + drawn.height : 0) + marginPx;
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}

/**
 * A figure on the page as one self-contained SVG: plots write their style as attributes, so only the inherited font has
 * to be added. `vector` stands for what is on the figure's canvas; without it the canvas goes in as an image.
 */
export function figureSvg(
  figure: HTMLElement,
  vector: SVGGElement | null,
  paper: string,
  { title, link }: FigureAbout,
): FigureDrawing {
  const onPage = drawingOf(figure);
  const canvas = figure.querySelector('canvas');
  const { clientWidth, clientHeight } = onPage ?? canvas ?? figure;
  const [, , widthPx = clientWidth, heightPx = clientHeight] =
    onPage?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  const box = boxOf(onPage, widthPx, heightPx);
  const size = [box.right - box.left, box.bottom - box.top] as const;

  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', [box.left, box.top, ...size].join(' '));
  svg.setAttribute('width', String(size[0]));
  svg.setAttribute('height', String(size[1]));
  svg.setAttribute('font-family', fontFamily);
  svg.setAttribute('font-variant-numeric', 'tabular-nums lining-nums');
  const background = document.createElementNS(svgNamespace, 'rect');
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: size[0], height: size[1] })) {
    background.setAttribute(name, String(value));
  }
  background.setAttribute('class', 'paper');
  background.setAttribute('fill', paper);
  svg.append(withText('title', title), withText('desc', link), background);
  if (vector) svg.append(vector);
  else if (canvas && canvas.width > 0) svg.append(imageOf(canvas, widthPx, heightPx));
  for (const part of onPage?.children ?? []) svg.append(part.cloneNode(true));
  const text = new XMLSerializer().serializeToString(svg);
  return { text, widthPx: size[0], heightPx: size[1], leftPx: box.left, topPx: box.top };
}
