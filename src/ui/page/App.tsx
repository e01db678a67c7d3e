import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { View as ViewName } from '#experiment/experiment.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { breakpoints } from '#ui/layout/layout.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { applyPalette } from '#ui/theme/applyPalette.ts';
import { StyleContext } from '#ui/theme/StyleContext.ts';
import { useFigureStyle, usePaletteName } from '#ui/theme/useFigureStyle.ts';
import { useMedia } from '#ui/theme/useMedia.ts';
import { Header } from './Header.tsx';
import { useExperiment } from './PageContext.ts';
import { PrintLink } from './PrintLink.tsx';
import { ShownViewContext } from './ShownViewContext.ts';
import { WalkPage } from './WalkPage.tsx';

/** Loaded when they are first looked at: the first paint does not wait for them. */
const pages = {
  train: lazyPart('train', () =>
    loadWith('dataReasons', () =>
      loadWith('own', () =>
        loadWith('answers', () => loadWith('train', () => import('#ui/train/TrainPage.tsx'))),
      ),
    ).then((file) => file.TrainPage),
  ),
  scale: lazyPart('scale', () =>
    loadWith('scale', () => import('#ui/scale/ScalePage.tsx')).then((file) => file.ScalePage),
  ),
  learn: lazyPart('learn', () =>
    loadWith('learn', () => loadWith('lessons', () => import('#ui/learn/LearnPage.tsx'))).then(
      (file) => file.LearnPage,
    ),
  ),
  findings: lazyPart('findings', () =>
    loadWith('findings', () => loadWith('findingTexts', () => import('#ui/findings/FindingsPage.tsx'))).then(
      (file) => file.FindingsPage,
    ),
  ),
} as const;
/** A page inside another one. */
const EmbedPage = lazyPart('embed', () =>
  loadWith('embed', () => import('#ui/embed/EmbedPage.tsx')).then((file) => file.EmbedPage),
);

/** A view of the page. One that could not be loaded leaves the header, and so the way to the others. */
function View({ isCompact }: { isCompact: boolean }) {
  const { view } = useExperiment();
  if (view === 'walk') return <WalkPage isCompact={isCompact} />;
  const Page = pages[view];
  const frame = (failure: ReactNode) => (
    <div className={isCompact ? 'page is-compact is-lost' : 'page is-lost'}>
      <Header isCompact={isCompact} />
      <main className="main" tabIndex={-1}>
        {failure}
      </main>
    </div>
  );
  return <Page key={view} isCompact={isCompact} waiting={<Loading />} frame={frame} />;
}

/** The theme around the page. */
export function App() {
  const { theme, view, embed } = useExperiment();
  const name = usePaletteName(theme);
  const style = useFigureStyle(name);
  const isNarrow = useMedia(breakpoints.narrow);
  const isCompact = isNarrow || name === 'projector';
  const shown = useRef<ViewName | null>(null);
  const content = (
    <ShownViewContext value={shown}>
      <View isCompact={isCompact} />
    </ShownViewContext>
  );
  const frame =
    embed === 1 ? 'embed' : isCompact && view !== 'learn' && view !== 'findings' ? 'foot' : 'side';
  useLayoutEffect(() => applyPalette(document.documentElement, name, style.palette), [name, style.palette]);
  useLayoutEffect(() => {
    document.documentElement.dataset.frame = frame;
  }, [frame]);
  return (
    <StyleContext value={style}>
      {embed === 1 ? <EmbedPage waiting={<Loading />}>{content}</EmbedPage> : content}
      <PrintLink />
    </StyleContext>
  );
}
