/** Device px in a CSS px, at most 3: more is not seen, and costs. */
export const pixelRatio = () => Math.min(3, globalThis.devicePixelRatio || 1);

/** Sizes an empty canvas to the screen's own px; what is drawn on it then is in CSS px. */
export function openCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): void {
  const ratio = pixelRatio();
  canvas.width = Math.round(widthPx * ratio);
  canvas.height = Math.round(heightPx * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
