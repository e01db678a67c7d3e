import { useLayoutEffect } from 'react';
import { useExperiment } from './PageContext.ts';
import { applyPalette } from './theme/applyPalette.ts';
import { StyleContext } from './theme/StyleContext.ts';
import { useFigureStyle, usePaletteName } from './theme/useFigureStyle.ts';
import { useMedia } from './theme/useMedia.ts';
import { WalkPage } from './WalkPage.tsx';

/** Narrower than this, the controls move to the foot of the page. */
const compactQuery = '(max-width: 820px)';

/** The theme around the page. */
export function App() {
  const { theme } = useExperiment();
  const name = usePaletteName(theme);
  const style = useFigureStyle(name);
  const isNarrow = useMedia(compactQuery);
  useLayoutEffect(() => applyPalette(document.documentElement, name), [name]);
  return (
    <StyleContext value={style}>
      <WalkPage isCompact={isNarrow || name === 'projector'} />
    </StyleContext>
  );
}
