import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import type { WalkJob, WalkRunFrame } from '#engine/walk/protocol.ts';
import type { RunHandle } from '#engine/worker/client.ts';
import type { AgainFrame, EndFrame } from '#engine/worker/protocol.ts';
import type { Engine } from '#run/hold.ts';
import { servedFolder } from '#run/servedFolder.ts';
import { emptyMeasurement, type Measurement, withStart, withSteps, withWalks } from './measurement.ts';
import type { SweepPoint, TrainPoint, WalkPoint } from './sweepPoint.ts';

/** Points to be measured, in their order. */
export type SweepJob = readonly SweepPoint[];

/** What has arrived of a point; or, as the last frame, that all are measured. */
export type SweepFrame =
  | {
      readonly kind: 'point';
      readonly run: number;
      readonly point: SweepPoint;
      readonly measurement: Measurement;
      /** What measures it; empty before that is known. */
      readonly backend: string;
    }
  | { readonly kind: 'measured'; readonly run: number; readonly done: true };

/** The engines that measure points, and the time, ms. */
export interface SweepEngines {
  readonly walk: Engine<WalkJob, WalkRunFrame>;
  /** Asked for when a point is first trained: most sweeps only walk. */
  readonly train: () => Engine<TrainJob, TrainRunFrame, Tuning>;
  readonly now: () => number;
}

type PointFrame = WalkRunFrame | TrainRunFrame | EndFrame | AgainFrame;

/** The measurement and its backend after a frame of either engine. */
function withPointFrame(
  point: SweepPoint,
  before: { readonly measurement: Measurement; readonly backend: string },
  frame: PointFrame,
) {
  const { measurement, backend } = before;
  if (frame.kind === 'again') return { measurement: emptyMeasurement(point), backend };
  if (frame.kind === 'walk' && measurement.kind === 'walk') {
    return { measurement: withWalks(measurement, frame), backend };
  }
  if (frame.kind === 'train' && measurement.kind === 'train') {
    return { measurement: withSteps(measurement, frame), backend };
  }
  if ((frame.kind === 'resumed' || frame.kind === 'halved') && measurement.kind === 'train') {
    return { measurement: { ...measurement, step: frame.step }, backend };
  }
  if (frame.kind !== 'started') return before;
  const name = `${frame.backend} (${frame.device})`;
  if (!('implementation' in frame)) return { measurement, backend: name };
  return {
    measurement: measurement.kind === 'train' ? withStart(measurement, frame) : measurement,
    backend: `${name}, ${frame.implementation}`,
  };
}

/** Measures points one after another on the page's engines, and behaves like an engine whose run is the whole sweep. */
export function createSweepEngine({ walk, train, now }: SweepEngines): Engine<SweepJob, SweepFrame> {
  let last = 0;
  return {
    begin(job, { priority = 'screen' }, listener): RunHandle {
      last += 1;
      const run = last;
      const points = job();
      let handle: { cancel(): void; rank: RunHandle['rank'] } | null = null;
      let at = 0;
      let backend = '';
      let rank = priority;

      function beginPoint(point: SweepPoint, hear: (frame: PointFrame) => void) {
        const options = { priority: rank };
        return point.kind === 'walk'
          ? walk.begin(() => walkJob(point), options, hear)
          : train().begin(() => trainJob(point), options, hear);
      }

      function measure(): void {
        const point = points[at];
        if (!point) {
          listener({ kind: 'measured', run, done: true });
          return;
        }
        const startMs = now();
        let known: { measurement: Measurement; backend: string } = {
          measurement: emptyMeasurement(point),
          backend,
        };
        const tell = () => listener({ kind: 'point', run, point, ...known });
        tell();
        handle = beginPoint(point, (frame) => {
          if (frame.kind === 'failed' || frame.kind === 'cancelled') {
            listener({ ...frame, run });
            return;
          }
          known = withPointFrame(point, known, frame);
          // Preparing a network or a pipeline takes time too: what remains is estimated from all of it.
          known = { ...known, measurement: { ...known.measurement, elapsedMs: now() - startMs } };
          backend = known.backend;
          tell();
          if (!known.measurement.done) return;
          at += 1;
          measure();
        });
      }

      measure();
      const nothing = () => undefined;
      return {
        run,
        // A sweep is held by cancelling it: what is measured is kept.
        pause: nothing,
        resume: nothing,
        step: nothing,
        note: nothing,
        cancel: () => handle?.cancel(),
        rank(wanted) {
          rank = wanted;
          handle?.rank(wanted);
        },
      };
    },
  };
}

const walkJob = ({ settings }: WalkPoint): WalkJob => ({ kind: 'walk', settings });

const trainJob = ({ settings }: TrainPoint): TrainJob => ({
  settings,
  served: servedFolder(),
  from: null,
  isKept: false,
});
