import { useCallback, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText } from '#plots/numberText.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { deviceText } from '#ui/text/deviceText.ts';
import { durationText } from '#ui/text/durationText.ts';
import { useTrainDrawing } from '#ui/train/figures/TrainSceneContext.ts';
import type { TrainMoment } from '#ui/train/figures/trainScene.ts';
import { wayText } from './wayText.ts';

const words = () => dictionary('train').progress;

function stateWords({ record, run, experiment }: TrainMoment): string {
  if (run.status === 'waiting') return dictionary('page').progress.waiting;
  if (!record || run.status === 'failed')
    return run.status === 'failed' ? dictionary('page').progress.failed : '';
  if (!record.started) return dictionary('page').progress.starting;
  const { step, elapsedMs } = record;
  const count = words().steps(step, Math.max(step, experiment.steps));
  if (run.status === 'done') return `${count} ${dictionary('page').progress.took(durationText(elapsedMs))}`;
  if (run.status === 'paused') return `${count}, ${dictionary('page').progress.paused}`;
  if (run.status === 'cancelled') return `${count}, ${dictionary('page').progress.cancelled}`;
  if (step === 0) return count;
  const left = (elapsedMs * (experiment.steps - step)) / step;
  return `${count}, ${dictionary('page').progress.remaining(durationText(left))}`;
}

function speedWords({ started, step, elapsedMs, experiment }: TrainRecord): string {
  if (!started) return '';
  const way = words().way(
    started.implementation,
    dictionary('page').badge.names[started.backend],
    deviceText(started.device),
  );
  if (step === 0) return way;
  const perSecond = (1000 * step) / Math.max(elapsedMs, 0.1);
  return `${words().rate(perSecond, perSecond * experiment.batch)} · ${way}`;
}

/** What one should know of how the run came to be: begun again, or changed on the way. */
function historyWords({ plan, changed, retunings, started, halvings }: TrainRecord): string {
  const lines = [];
  if (started) lines.push(words().size(started.parameters, started.bytes));
  if (plan.isGainSought) lines.push(words().sought(numberText(plan.settings.gain, 5)));
  const keys = changed.filter((change) => change !== 'bestGain');
  if (keys.length > 0) lines.push(words().because(keys));
  else if (changed.length > 0) lines.push(words().found);
  const halved = halvings.at(-1);
  if (halved) lines.push(words().halved(halvings.length, halved.step));
  const last = retunings.at(-1);
  if (last) lines.push(words().retuned(last.key, last.step));
  return lines.join(' · ');
}

/** How far the run is, how fast, by what, and what was changed: written by the figures' loop. */
export function TrainProgress() {
  const line = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLSpanElement>(null);
  const speed = useRef<HTMLSpanElement>(null);
  const history = useRef<HTMLSpanElement>(null);
  const show = useCallback((moment: TrainMoment) => {
    const { record, experiment } = moment;
    const share = record ? record.step / Math.max(1, experiment.steps) : 0;
    if (line.current) line.current.style.transform = `scaleX(${Math.min(1, share)})`;
    if (state.current) state.current.textContent = stateWords(moment);
    if (speed.current) {
      speed.current.textContent = record ? speedWords(record) : '';
      speed.current.title = record?.started?.reasons.map(wayText).join('\n') ?? '';
    }
    if (history.current) history.current.textContent = record ? historyWords(record) : '';
    return false;
  }, []);
  useTrainDrawing(show);
  return (
    <div className="progress train-progress">
      <div className="progress-rail">
        <div ref={line} className="progress-line" />
      </div>
      <span ref={state} />
      <span ref={speed} className="progress-speed" />
      <span ref={history} />
    </div>
  );
}
