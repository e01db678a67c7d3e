import { drawTexts } from './drawTexts.ts';
import type { FigureDrawing } from './figureSvg.ts';

/** Pixels a px: sharp on paper and on dense screens. */
const density = 2;

/** A text element as the serializer writes it; an empty one closes itself. */
const textElement = /<text\b[^>]*?(?:\/>|>.*?<\/text>)/gs;

/** A figure as a PNG of twice its size. An image sees no font of the page, so that the page writes the words itself. */
export async function figurePng(drawing: FigureDrawing, onPage: SVGSVGElement | null): Promise<Blob> {
  const { text, widthPx, heightPx, leftPx, topPx } = drawing;
  const wordless = new Blob([text.replaceAll(textElement, '')], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(wordless);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(density * widthPx, density * heightPx);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    context?.setTransform(density, 0, 0, density, -density * leftPx, -density * topPx);
    if (context && onPage) drawTexts(context, onPage);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
