import { showPrintCode } from './printCode.ts';

/** Width and height for the figures on a landscape page between its margins, A4 or letter, over the link and its code, px. */
const paper = { widthPx: 955, heightPx: 505 } as const;

/** What a lesson's words beside its figure take of the width (print.css), px. */
const lessonPx = 294;

/** Pages longer than this, as on a phone, run over several sheets. */
const longestOnePagePx = 1100;

/**
 * Keeps the figures as they stand on the screen when the page is printed: their canvas and vectors are made for that
 * size, so that the whole is scaled instead of laid out anew.
 */
export function measureForPrint(): void {
  addEventListener('beforeprint', () => {
    showPrintCode();
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return;
    const { offsetWidth, offsetHeight } = main;
    const widthPx = paper.widthPx - (document.querySelector('.lesson-side') ? lessonPx : 0);
    const across = Math.min(1.4, widthPx / offsetWidth);
    const isOnePage = offsetHeight <= longestOnePagePx;
    const scale = isOnePage ? Math.min(across, paper.heightPx / offsetHeight) : across;
    const { style } = document.documentElement;
    style.setProperty('--print-width', `${offsetWidth}px`);
    style.setProperty('--print-height', `${offsetHeight}px`);
    style.setProperty('--print-zoom', scale.toFixed(4));
  });
}
