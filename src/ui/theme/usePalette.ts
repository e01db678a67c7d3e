import { useMemo } from 'react';
import './forcedColors.css';
import { type Palette, type PaletteName, palettes } from '#plots/palette.ts';
import { systemPalette } from './systemPalette.ts';
import { useMedia } from './useMedia.ts';

/** A theme's colours, or the system's own where it imposes a contrast theme. */
export function usePalette(name: PaletteName): Palette {
  const isForced = useMedia('(forced-colors: active)');
  // Another contrast theme is, as far as a page can tell, a change between light and dark.
  const isDark = useMedia('(prefers-color-scheme: dark)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the system's colours follow from isDark
  return useMemo(
    () => (isForced ? systemPalette(document.documentElement) : palettes[name]),
    [name, isForced, isDark],
  );
}
