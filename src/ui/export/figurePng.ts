import { embeddedFont } from './embeddedFont.ts';
import type { FigureDrawing } from './figureSvg.ts';

/** Pixels a px: sharp on paper and on dense screens. */
const density = 2;

/** A figure as a PNG of twice its size, with the page's own font. */
export async function figurePng({ text, widthPx, heightPx }: FigureDrawing): Promise<Blob> {
  const font = await embeddedFont();
  const styled = text.replace('<title', `<style>${font}</style><title`);
  const url = URL.createObjectURL(new Blob([styled], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(density * widthPx, density * heightPx);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
