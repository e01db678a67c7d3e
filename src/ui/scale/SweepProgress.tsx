import { useCallback, useRef } from 'react';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepPoint } from '#run/sweeps/sweepPoint.ts';
import { type SweepProgress as Progress, sweepProgress } from '#run/sweeps/sweepProgress.ts';
import { durationText } from '#ui/text/durationText.ts';
import { useSweepDrawing } from './SweepSceneContext.ts';
import type { SweepMoment } from './sweepScene.ts';

const words = () => dictionary('scale').progress;

function stateWords({ run }: SweepMoment, progress: Progress): string {
  const { points, pointsDone, elapsedMs, remainingMs } = progress;
  const count = words().points(pointsDone, points);
  switch (run.status) {
    case 'waiting':
      return words().waiting;
    case 'done':
      return `${count} ${words().took(durationText(elapsedMs))}`;
    case 'cancelled':
      return `${count}, ${words().cancelled}`;
    case 'failed':
      return `${words().failed}, ${count}`;
    default:
      return remainingMs === null ? count : `${count}, ${words().remaining(durationText(remainingMs))}`;
  }
}

/** Whether all points could be walked without matrices. */
const isFreeAllowed = (points: readonly SweepPoint[]) =>
  points.every(({ experiment }) => effectiveSampling({ ...experiment, sampler: 'free' }).limitation === null);

/** How a point is made. */
const wayOf = (point: SweepPoint) => (point.kind === 'walk' ? point.settings.sampler : 'training');

/** By what the points are made, and what was saved for time. */
function wayWords({ experiment, record }: SweepMoment): string {
  const { points } = record.plan;
  const ways = [...new Set(points.map(wayOf))];
  const hasFewer = points.some((point) => point.kind === 'walk' && point.settings.walks < experiment.walks);
  const wouldHaveAll = ways.includes('matrices') && isFreeAllowed(points);
  const fewer = wouldHaveAll ? words().fewerUnlessFree : words().fewer;
  const names = ways.map((way) => words().sampler[way]);
  return [record.backend, ...names, hasFewer ? fewer : ''].filter((part) => part !== '').join(' · ');
}

/** How far the sweep is, and by what it is measured: written by the figures' loop. */
export function SweepProgress() {
  const rail = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLSpanElement>(null);
  const way = useRef<HTMLSpanElement>(null);
  const show = useCallback((moment: SweepMoment) => {
    const progress = sweepProgress(moment.record);
    if (line.current) line.current.style.transform = `scaleX(${progress.share})`;
    rail.current?.setAttribute('aria-valuenow', String(Math.round(100 * progress.share)));
    if (state.current) state.current.textContent = stateWords(moment, progress);
    if (way.current) way.current.textContent = wayWords(moment);
    return false;
  }, []);
  useSweepDrawing(show);
  return (
    <div className="progress">
      <div
        ref={rail}
        className="progress-rail"
        role="progressbar"
        aria-label={words().label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      >
        <div ref={line} className="progress-line" />
      </div>
      <span ref={state} />
      <span ref={way} className="progress-speed" />
    </div>
  );
}
