import { useMemo } from 'react';
import type { Theme } from '#experiment/experiment.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { PaletteName } from '#plots/palette.ts';
import { breakpoints } from '#ui/layout/layout.ts';
import { useMedia } from './useMedia.ts';
import { usePalette } from './usePalette.ts';

/** The palette of a theme; `system` follows the system's wish. */
export function usePaletteName(theme: Theme): PaletteName {
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (theme !== 'system') return theme;
  return dark ? 'dark' : 'light';
}

/** How figures are drawn in a theme. */
export function useFigureStyle(name: PaletteName): FigureStyle {
  const palette = usePalette(name);
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const isNarrow = useMedia(breakpoints.narrow);
  return useMemo(() => {
    const projector = name === 'projector';
    const projectedPx = isNarrow ? 18 : 24;
    return {
      palette,
      fontPx: projector ? projectedPx : 12.5,
      strokeScale: projector ? 1.8 : 1,
      reducedMotion,
    };
  }, [name, palette, reducedMotion, isNarrow]);
}
