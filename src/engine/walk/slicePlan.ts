import { stateRows } from '#engine/kernels/walkSlice/stateRows.ts';
import type { WalkSettings } from './protocol.ts';

/** How long one submission to the device should last. */
export const sliceMs = 30;

/** Walks of a batch that keep a small device busy at all. */
const smallestBatch = 4;
/** Workgroups of one dispatch that every adapter allows. */
const largestBatch = 65535;

/** What a batch of walks must do: which directions, and whether pre-activations are kept for the slopes. */
export interface WalkStages {
  readonly directions: readonly ('forward' | 'backward')[];
  readonly keepsPreActivations: boolean;
}

/** A linear network's gradient does not depend on its activations, unless they are normalised, so that pass is not walked for it. */
export function walkStages({ pass, nonlinearity, norm }: WalkSettings): WalkStages {
  if (pass === 'forward') return { directions: ['forward'], keepsPreActivations: false };
  const slopes = nonlinearity !== 'linear' || norm !== 'none';
  const directions =
    slopes || pass === 'weights' ? (['forward', 'backward'] as const) : (['backward'] as const);
  return { directions, keepsPreActivations: slopes || pass === 'weights' };
}

/** Bytes that one walk takes of a batch's largest tensor. */
export function matrixWalkBytes(settings: WalkSettings): number {
  const padded = 4 * Math.ceil(settings.width / 4);
  const { keepsPreActivations } = walkStages(settings);
  const { kept, scales } = stateRows({ ...settings, keepsPreActivations });
  return 4 * (kept > 0 ? kept * padded : scales + padded);
}

/** Where a run stands, and on what it runs. */
export interface BatchSetting {
  readonly finished: number;
  readonly remaining: number;
  readonly weightsPerMs: number;
  /** For one tensor. */
  readonly maxBytes: number;
  /** How many walks are made in the time of one: members of a crew. */
  readonly parallel: number;
}

/**
 * How many walks go in a batch: about one slice of work, within the memory for one tensor, and none of a crew idle. A run's
 * first batch may be a single walk of each, so that whoever moved a slider soon sees something.
 */
export function batchSize(
  settings: WalkSettings,
  { finished, remaining, weightsPerMs, maxBytes, parallel }: BatchSetting,
): number {
  const weights = settings.depth * settings.width ** 2 * walkStages(settings).directions.length;
  const bytes = matrixWalkBytes(settings);
  const least = finished === 0 ? 1 : smallestBatch;
  const affordable = Math.max(least, Math.floor((weightsPerMs * sliceMs) / weights));
  const wanted = parallel * Math.ceil(affordable / parallel);
  return Math.max(1, Math.min(wanted, remaining, largestBatch, Math.floor(maxBytes / bytes)));
}

/** How many steps of a batch go in one slice. */
export function sliceSteps(width: number, batch: number, remaining: number, weightsPerMs: number): number {
  return Math.max(1, Math.min(remaining, Math.floor((weightsPerMs * sliceMs) / (batch * width ** 2))));
}
