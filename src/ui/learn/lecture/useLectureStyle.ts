import { useMemo, useSyncExternalStore } from 'react';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { breakpoints } from '#ui/layout/layout.ts';
import { useMedia } from '#ui/theme/useMedia.ts';

/** Type in a lecture's figures at 1280 px, and the smallest anywhere. */
const fontPx = 27;
const designedPx = 1280;

const onResize = (listener: () => void) => {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
};

/** How figures are drawn in a lecture: at least 27 px, growing with the screen; in the hand, and outside of a lecture, as they were. */
export function useLectureStyle(style: FigureStyle, isOn: boolean): FigureStyle {
  const widthPx = useSyncExternalStore(onResize, () => innerWidth);
  const isInHand = useMedia(breakpoints.narrow);
  return useMemo(() => {
    if (!isOn || isInHand) return style;
    const scale = Math.max(1, widthPx / designedPx);
    return { ...style, fontPx: fontPx * scale, strokeScale: 2 * scale };
  }, [style, isOn, isInHand, widthPx]);
}
