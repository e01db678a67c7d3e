import { useCallback, useRef } from 'react';
import { ownIdentity } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { trainOutcome } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { ChoiceSelect } from '#ui/controls/ChoiceControl.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import type { TrainedPart } from '#ui/dictionary/en/train.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { ScrubGain, ScrubParameter } from '#ui/sentence/LiveSentence.tsx';
import { TemplateSentence } from '#ui/sentence/TemplateSentence.tsx';
import { articleOf } from '#ui/text/articleOf.ts';
import { slowText } from '#ui/train/figures/slowText.ts';
import { useTrainDrawing } from '#ui/train/figures/TrainSceneContext.ts';
import type { TrainMoment } from '#ui/train/figures/trainScene.ts';

const words = () => dictionary('train').sentence;

function outcomeText(record: TrainRecord): string {
  const outcome = trainOutcome(record);
  if (!outcome && record.diverged) return words().broken;
  if (!outcome) return record.preparing === null ? words().waiting : words().preparing[record.preparing];
  return record.experiment.task === 'encode'
    ? words().encoded(record.step, outcome.loss, outcome.errorShare)
    : words().classified(record.step, outcome.loss, outcome.accuracy);
}

/** What is learned: what was asked for, or what is there in its place. */
function dataText(experiment: Experiment, used: Experiment['data'] = experiment.data): string {
  const identity = ownIdentity(experiment);
  return used === 'own' && identity
    ? dictionary('own').named(identity.name)
    : dictionary('page').dataPhrases[used];
}

const partsOf = ({ tied, residual, norm }: Experiment): readonly TrainedPart[] => [
  ...(tied === 1 ? (['tied'] as const) : []),
  ...(residual > 0 ? (['residual'] as const) : []),
  ...(norm === 'none' ? [] : [norm]),
];

/** The sentence that says what is trained, and what has come of it; its numbers are controls. */
export function TrainSentence() {
  const experiment = useExperiment();
  const outcome = useRef<HTMLSpanElement>(null);
  const dataName = useRef<HTMLSpanElement>(null);
  const show = useCallback(({ experiment: now, record, revealed, run }: TrainMoment) => {
    if (!outcome.current || !dataName.current) return false;
    dataName.current.textContent = dataText(now, record?.started?.data);
    if (!record || run.status === 'waiting') outcome.current.textContent = words().waiting;
    else outcome.current.textContent = revealed === null ? outcomeText(record) : slowText(record, revealed);
    return false;
  }, []);
  useTrainDrawing(show);
  const isHidden = useHidden();
  if (isHidden('sentence')) return null;
  return (
    <p className="sentence train-sentence">
      <TemplateSentence
        template={words().lead(
          articleOf(experiment.f),
          experiment.depth,
          words().task[experiment.task],
          partsOf(experiment),
        )}
        controls={{
          f: <ChoiceSelect name="f" className="sentence-choice" />,
          depth: <ScrubParameter name="depth" />,
          width: <ScrubParameter name="width" />,
          gain: <ScrubGain />,
          residual: <ScrubParameter name="residual" />,
          data: <span ref={dataName}>{dataText(experiment, experiment.data)}</span>,
          rate: <ScrubParameter name="rate" />,
        }}
      />{' '}
      <span ref={outcome} />
    </p>
  );
}
