import { lazy, Suspense } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { WalkFigures } from '#ui/figures/WalkFigures.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { Progress } from '#ui/run/Progress.tsx';
import { LiveSentence } from '#ui/sentence/LiveSentence.tsx';

/** Loaded for the one lesson that trains. */
const LessonTraining = lazy(() =>
  loadWith('train', () => import('./LessonTraining.tsx')).then((file) => ({ default: file.LessonTraining })),
);

/** The live figure of a lesson, in exactly the state that its text speaks of until a hand changes it. */
export function LessonFigure() {
  const experiment = useExperiment();
  if (engineOf(experiment) === 'train') {
    return (
      <Suspense fallback={<p className="loading">{dictionary('page').loading}</p>}>
        <LessonTraining />
      </Suspense>
    );
  }
  return (
    <>
      <LiveSentence />
      <WalkFigures>
        <div className="numbers">
          <Progress />
        </div>
      </WalkFigures>
    </>
  );
}
