import type { StartedFrame, TrainFrame } from '#engine/train/protocol.ts';
import { pathLimit, type WalkFrame, type WalkMoments } from '#engine/walk/protocol.ts';
import { factorOfTen } from '#theory/shareWithin.ts';
import type { SweepPoint, TrainPoint, WalkPoint } from './sweepPoint.ts';

/** What has arrived of a walked point. */
export interface WalkMeasurement {
  readonly kind: 'walk';
  readonly walks: number;
  readonly dead: number;
  /** Walks whose norm ends within a factor of 10. */
  readonly within: number;
  /** Null until a walk has arrived. */
  readonly moments: WalkMoments | null;
  /** First walks, [pathCount, depth + 1] row by row; empty unless the point keeps its walks. Filled in place. */
  readonly paths: Float32Array;
  readonly pathCount: number;
  /** ln Z at the last layer of every walk, -Infinity when dead; empty unless the point keeps its walks. */
  readonly final: Float32Array;
  /** Since the point was begun. */
  readonly elapsedMs: number;
  readonly done: boolean;
}

/** What has arrived of a trained point. */
export interface TrainMeasurement {
  readonly kind: 'train';
  readonly step: number;
  /** Mean loss and share of right answers of every mini-batch; entries beyond `step` mean nothing. */
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
  /** Mean squared error of the best constant answer; null for classify, and until the run has started. */
  readonly constantError: number | null;
  readonly diverged: boolean;
  /** Since the point was begun. */
  readonly elapsedMs: number;
  readonly done: boolean;
}

export type Measurement = WalkMeasurement | TrainMeasurement;

function emptyWalks({ settings, keepsWalks }: WalkPoint): WalkMeasurement {
  const { walks, depth } = settings;
  return {
    kind: 'walk',
    walks: 0,
    dead: 0,
    within: 0,
    moments: null,
    paths: new Float32Array(keepsWalks ? Math.min(walks, pathLimit) * (depth + 1) : 0),
    pathCount: 0,
    final: new Float32Array(keepsWalks ? walks : 0),
    elapsedMs: 0,
    done: false,
  };
}

function emptyTraining({ settings }: TrainPoint): TrainMeasurement {
  return {
    kind: 'train',
    step: 0,
    losses: new Float32Array(settings.steps),
    accuracies: new Float32Array(settings.steps),
    constantError: null,
    diverged: false,
    elapsedMs: 0,
    done: false,
  };
}

/** A point of which nothing has arrived. */
export function emptyMeasurement(point: SweepPoint): Measurement {
  return point.kind === 'walk' ? emptyWalks(point) : emptyTraining(point);
}

/** The measurement with a frame's walks behind those it has. */
export function withWalks(before: WalkMeasurement, frame: WalkFrame): WalkMeasurement {
  const { moments, walks, dead, done } = frame;
  let within = before.within;
  for (const lnZ of frame.final) if (Math.abs(lnZ) <= factorOfTen) within += 1;
  const keepsWalks = before.final.length > 0;
  if (keepsWalks) {
    before.final.set(frame.final, before.walks);
    before.paths.set(frame.paths, before.pathCount * moments.mean.length);
  }
  const pathCount = keepsWalks ? before.pathCount + frame.pathCount : 0;
  return { ...before, walks, dead, within, moments, pathCount, done };
}

/** The measurement with a frame's steps behind those it has. */
export function withSteps(before: TrainMeasurement, frame: TrainFrame): TrainMeasurement {
  const { step, losses, accuracies, done } = frame;
  before.losses.set(losses.subarray(0, before.losses.length - before.step), before.step);
  before.accuracies.set(accuracies.subarray(0, before.accuracies.length - before.step), before.step);
  return { ...before, step, done, diverged: before.diverged || frame.diverged !== null };
}

/** The measurement with what is known when a training starts. */
export function withStart(before: TrainMeasurement, { constantError }: StartedFrame): TrainMeasurement {
  return { ...before, constantError };
}

/** Share of a point's work that is done. */
export function shareDone(point: SweepPoint, measurement: Measurement | undefined): number {
  if (!measurement) return 0;
  if (measurement.done) return 1;
  return measurement.kind === 'walk'
    ? measurement.walks / point.experiment.walks
    : measurement.step / point.experiment.steps;
}
