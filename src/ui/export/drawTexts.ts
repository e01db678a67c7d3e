const aligns: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

/** A length of an SVG text, `0.71em` or px. */
function pxOf(length: string | null, fontPx: number): number {
  const value = Number.parseFloat(length ?? '0') || 0;
  return length?.endsWith('em') ? value * fontPx : value;
}

function drawText(context: OffscreenCanvasRenderingContext2D, text: SVGTextElement): void {
  const style = getComputedStyle(text);
  const fontPx = Number.parseFloat(style.fontSize);
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = aligns[style.textAnchor] ?? 'left';
  context.fillStyle = style.fill;
  const x = pxOf(text.getAttribute('x'), fontPx) + pxOf(text.getAttribute('dx'), fontPx);
  const y = pxOf(text.getAttribute('y'), fontPx) + pxOf(text.getAttribute('dy'), fontPx);
  const words = text.textContent ?? '';
  if (style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineJoin = 'round';
    context.strokeText(words, x, y);
  }
  context.fillText(words, x, y);
}

/** Writes a figure's words on a canvas whose unit is the figure's own, in the fonts of the page. */
export function drawTexts(context: OffscreenCanvasRenderingContext2D, svg: SVGSVGElement): void {
  const toFigure = svg.getScreenCTM()?.inverse();
  for (const text of svg.querySelectorAll('text')) {
    const onScreen = text.getScreenCTM();
    if (!toFigure || !onScreen) continue;
    const { a, b, c, d, e, f } = toFigure.multiply(onScreen);
    context.save();
    context.transform(a, b, c, d, e, f);
    drawText(context, text);
    context.restore();
  }
}
