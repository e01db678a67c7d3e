import { engineOf } from '#experiment/lessons/engineOf.ts';
import { ComparedWalks } from '#ui/compare/ComparedWalks.tsx';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { WalkFigures } from '#ui/figures/WalkFigures.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { Progress } from '#ui/run/Progress.tsx';
import { LiveSentence } from '#ui/sentence/LiveSentence.tsx';

/** Loaded for the one lesson that trains. */
const LessonTraining = lazyPart('lessonTraining', () =>
  loadWith('train', () => import('./LessonTraining.tsx')).then((file) => file.LessonTraining),
);

/** The live figure of a lesson, in exactly the state that its text speaks of until a hand changes it. */
export function LessonFigure() {
  const experiment = useExperiment();
  if (engineOf(experiment) === 'train') {
    return <LessonTraining waiting={<Loading />} />;
  }
  return (
    <>
      <LiveSentence />
      <ComparedWalks />
      <WalkFigures>
        <div className="numbers">
          <Progress />
        </div>
      </WalkFigures>
    </>
  );
}
