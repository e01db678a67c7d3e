import '#ui/train/train.css';
import { usePage } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { useMade } from '#ui/parts/useMade.ts';
import { AccuracyFigure, LossFigure } from '#ui/train/figures/CurveFigures.tsx';
import { LayerFigure } from '#ui/train/figures/LayerFigure.tsx';
import { TrainSceneContext } from '#ui/train/figures/TrainSceneContext.ts';
import { TrainingContext } from '#ui/train/TrainingContext.ts';
import { TrainNotices } from '#ui/train/TrainNotices.tsx';
import { TrainProgress } from '#ui/train/TrainProgress.tsx';
import { useTrainScene } from '#ui/train/useTrainScene.ts';
import { useWakeLock } from '#ui/train/useWakeLock.ts';

function TrainingFigures() {
  const scene = useTrainScene();
  useWakeLock(true);
  return (
    <TrainSceneContext value={scene}>
      <TrainNotices />
      <div className="lesson-training">
        <LossFigure />
        <AccuracyFigure />
        <LayerFigure pass="backward" isLast />
        <LayerFigure pass="weights" isLast />
        <TrainProgress />
      </div>
    </TrainSceneContext>
  );
}

/** The lesson's network in training: its losses, and the gradient through its layers. */
export function LessonTraining() {
  const training = useMade(usePage().training);
  if (!training) return <Loading />;
  return (
    <TrainingContext value={training}>
      <TrainingFigures />
    </TrainingContext>
  );
}
