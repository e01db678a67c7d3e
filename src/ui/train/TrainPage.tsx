import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './train.css';
import { useCallback, useState } from 'react';
import { MainSliders } from '#ui/controls/MainSliders.tsx';
import { SettingsSheet } from '#ui/controls/SettingsSheet.tsx';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { Side } from '#ui/layout/Side.tsx';
import { Header } from '#ui/page/Header.tsx';
import { useExperiment, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { useMade } from '#ui/parts/useMade.ts';
import { Notices } from '#ui/run/Notices.tsx';
import { Keep, RunButtons } from '#ui/run/RunButtons.tsx';
import { DataPanel } from '#ui/train/data/DataPanel.tsx';
import { AccuracyFigure, LossFigure } from '#ui/train/figures/CurveFigures.tsx';
import { ExampleFigure } from '#ui/train/figures/ExampleFigure.tsx';
import { MainFigures } from '#ui/train/figures/MainFigures.tsx';
import { TrainSceneContext } from '#ui/train/figures/TrainSceneContext.ts';
import { TrainCompare } from './TrainCompare.tsx';
import { TrainControls } from './TrainControls.tsx';
import { TrainingContext, useTraining } from './TrainingContext.ts';
import { TrainNotices } from './TrainNotices.tsx';
import { TrainProgress } from './TrainProgress.tsx';
import { TrainSentence } from './TrainSentence.tsx';
import { useTrainScene } from './useTrainScene.ts';
import { useWakeLock } from './useWakeLock.ts';

const SpeechFigure = lazyPart('insight', () =>
  import('#ui/train/speech/SpeechFigure.tsx').then(({ SpeechFigure }) => SpeechFigure),
);

const WorstFigure = lazyPart('insight', () =>
  import('#ui/train/answers/WorstFigure.tsx').then(({ WorstFigure }) => WorstFigure),
);

const TrainCompareSentence = lazyPart('compare', () =>
  loadWith('compare', () => import('#ui/compare/TrainCompareSentence.tsx')).then(
    (file) => file.TrainCompareSentence,
  ),
);

function TrainButtons() {
  const training = useTraining();
  const status = useWalkState((state) => state.training.status);
  return (
    <RunButtons hold={training} status={status} stepHelp={dictionary('train').stepHelp}>
      <Keep />
    </RunButtons>
  );
}

/** The network's layers or its answers; losses and examples beside, and sound along the foot. */
function TrainFigures() {
  const experiment = useExperiment();
  const { task } = experiment;
  const isSound = dataFacts(experiment).classNames !== null;
  const [isAnswers, setAnswers] = useState(false);
  return (
    <div className="train-figures" data-sound={isSound && !isAnswers}>
      <MainFigures isAnswers={isAnswers} onChange={setAnswers} />
      <div className="outcome-figures" data-task={task}>
        <LossFigure />
        {task === 'classify' && <AccuracyFigure />}
        {isAnswers && task === 'classify' ? (
          <WorstFigure waiting={<Loading />} />
        ) : (
          !isSound && <ExampleFigure />
        )}
        <TrainProgress />
      </div>
      {isSound && !isAnswers && <SpeechFigure waiting={<Loading />} />}
    </div>
  );
}

function TrainView({ isCompact }: { isCompact: boolean }) {
  const scene = useTrainScene();
  const status = useWalkState((state) => state.training.status);
  const { pins } = useExperiment();
  useWakeLock(status === 'running');
  const [isComparing, setComparing] = useState(false);
  // Slow motion is the scene's, and ends with it.
  const [isSlow, setSlow] = useState(false);
  const onSlowMotion = useCallback(
    (isOn: boolean) => {
      scene?.setSlowMotion(isOn);
      setSlow(isOn);
    },
    [scene],
  );
  const controls = <TrainControls isSlow={isSlow} onSlowMotion={onSlowMotion} />;
  return (
    <TrainSceneContext value={scene}>
      <div className={isCompact ? 'page is-compact is-train' : 'page is-train'}>
        <Header isCompact={isCompact} />
        {!isCompact && (
          <Side>
            {controls}
            <TrainButtons />
          </Side>
        )}
        <main className="main" tabIndex={-1} data-insight={isComparing ? 'open' : undefined}>
          <Notices />
          <DataPanel />
          <TrainNotices />
          <TrainSentence />
          {pins.length > 0 && <TrainCompareSentence waiting={null} />}
          <TrainFigures />
          <TrainCompare isOpen={isComparing} onToggle={setComparing} />
        </main>
        {isCompact && (
          <footer className="foot">
            <MainSliders />
            <div className="foot-buttons">
              <TrainButtons />
              <SettingsSheet>{controls}</SettingsSheet>
            </div>
          </footer>
        )}
      </div>
    </TrainSceneContext>
  );
}

/** The train view: the walk's network, trained. */
export function TrainPage({ isCompact }: { isCompact: boolean }) {
  const training = useMade(usePage().training);
  if (!training) return <Loading />;
  return (
    <TrainingContext value={training}>
      <TrainView isCompact={isCompact} />
    </TrainingContext>
  );
}
