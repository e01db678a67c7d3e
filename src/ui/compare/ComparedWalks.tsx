import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { useExperiment, useWalkState } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const WalkCompareSentence = lazyPart('compare', () =>
  loadWith('compare', () => import('./WalkCompareSentence.tsx')).then((file) => file.WalkCompareSentence),
);

/** The sentence that compares, where the walks are compared with any; behind the first picture. */
export function ComparedWalks() {
  const isReady = useWalkState((state) => state.engine.status === 'ready');
  const { pins } = useExperiment();
  return isReady && pins.length > 0 && <WalkCompareSentence waiting={null} />;
}
