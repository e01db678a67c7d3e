import { lazy, Suspense, useLayoutEffect } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { breakpoints } from '#ui/layout/layout.ts';
import { applyPalette } from '#ui/theme/applyPalette.ts';
import { StyleContext } from '#ui/theme/StyleContext.ts';
import { useFigureStyle, usePaletteName } from '#ui/theme/useFigureStyle.ts';
import { useMedia } from '#ui/theme/useMedia.ts';
import { useExperiment } from './PageContext.ts';
import { PrintLink } from './PrintLink.tsx';
import { WalkPage } from './WalkPage.tsx';

/** Loaded when they are first looked at: the first paint does not wait for them. */
const TrainPage = lazy(() =>
  loadWith('train', () => import('#ui/train/TrainPage.tsx')).then((file) => ({ default: file.TrainPage })),
);
const ScalePage = lazy(() =>
  loadWith('scale', () => import('#ui/scale/ScalePage.tsx')).then((file) => ({ default: file.ScalePage })),
);
const LearnPage = lazy(() =>
  loadWith('learn', () => loadWith('lessons', () => import('#ui/learn/LearnPage.tsx'))).then((file) => ({
    default: file.LearnPage,
  })),
);
/** A page inside another one. */
const EmbedPage = lazy(() =>
  loadWith('embed', () => import('#ui/embed/EmbedPage.tsx')).then((file) => ({ default: file.EmbedPage })),
);

const pages = { walk: WalkPage, train: TrainPage, scale: ScalePage, learn: LearnPage } as const;

/** The theme around the page. */
export function App() {
  const { theme, view, embed } = useExperiment();
  const name = usePaletteName(theme);
  const style = useFigureStyle(name);
  const Page = pages[view];
  const isNarrow = useMedia(breakpoints.narrow);
  const isCompact = isNarrow || name === 'projector';
  const content = <Page isCompact={isCompact} />;
  const frame = embed === 1 ? 'embed' : isCompact && view !== 'learn' ? 'foot' : 'side';
  useLayoutEffect(() => applyPalette(document.documentElement, name), [name]);
  useLayoutEffect(() => {
    document.documentElement.dataset.frame = frame;
  }, [frame]);
  return (
    <StyleContext value={style}>
      <Suspense fallback={<p className="loading">{dictionary('page').loading}</p>}>
        {embed === 1 ? <EmbedPage>{content}</EmbedPage> : content}
      </Suspense>
      <PrintLink />
    </StyleContext>
  );
}
