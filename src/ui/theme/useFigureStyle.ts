import { useMemo } from 'react';
import type { Theme } from '#experiment/experiment.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { type PaletteName, palettes } from '#plots/palette.ts';
import { useMedia } from './useMedia.ts';

/** The palette of a theme; `system` follows the system's wish. */
export function usePaletteName(theme: Theme): PaletteName {
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (theme !== 'system') return theme;
  return dark ? 'dark' : 'light';
}

/** How figures are drawn in a theme. */
export function useFigureStyle(name: PaletteName): FigureStyle {
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  return useMemo(() => {
    const projector = name === 'projector';
    return {
      palette: palettes[name],
      fontPx: projector ? 18 : 12.5,
      strokeScale: projector ? 1.8 : 1,
      reducedMotion,
    };
  }, [name, reducedMotion]);
}
