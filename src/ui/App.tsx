import { lazy, Suspense, useLayoutEffect } from 'react';
import { useExperiment } from './PageContext.ts';
import { en } from './text/en.ts';
import { applyPalette } from './theme/applyPalette.ts';
import { StyleContext } from './theme/StyleContext.ts';
import { useFigureStyle, usePaletteName } from './theme/useFigureStyle.ts';
import { useMedia } from './theme/useMedia.ts';
import { WalkPage } from './WalkPage.tsx';

/** Loaded when it is first looked at: the first paint does not wait for it. */
const TrainPage = lazy(() => import('./train/TrainPage.tsx').then((file) => ({ default: file.TrainPage })));

/** Narrower than this, the controls move to the foot of the page. */
const compactQuery = '(max-width: 820px)';

/** The theme around the page. */
export function App() {
  const { theme, view } = useExperiment();
  const name = usePaletteName(theme);
  const style = useFigureStyle(name);
  const isNarrow = useMedia(compactQuery);
  const isCompact = isNarrow || name === 'projector';
  useLayoutEffect(() => applyPalette(document.documentElement, name), [name]);
  return (
    <StyleContext value={style}>
      {view === 'train' ? (
        <Suspense fallback={<p className="loading">{en.loading}</p>}>
          <TrainPage isCompact={isCompact} />
        </Suspense>
      ) : (
        <WalkPage isCompact={isCompact} />
      )}
    </StyleContext>
  );
}
