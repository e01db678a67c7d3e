import { type Checkpoint, memoryOf } from '#engine/train/checkpoint.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { emptyTrainRecord, type TrainRecord } from '#run/train/trainRecord.ts';
import { startedFrame } from './startedFrame.ts';

/** Inputs and outputs of the network. */
export const ends = { inputs: 4, outputs: 3 } as const;

/** The record of a run of 7 steps with its checkpoint; what its network has learned is a fresh network of another seed. */
export function networkRecord(patch: Partial<Experiment>): TrainRecord {
  const experiment: Experiment = {
    ...defaultExperiment,
    view: 'train',
    f: 'tanh',
    depth: 2,
    width: 8,
    steps: 20,
    bias: 0.2,
    ...patch,
  };
  const plan = trainPlan(experiment, noFoundGains, 0);
  const { tied, residual, norm, width, depth } = plan.settings;
  const shape = { ...ends, width, depth, tied: tied === 1, residual, norm };
  const weights = (seed: number) => initialWeightsAtOnce(shape, { ...plan.settings, seed });
  const moments = { sgd: [], momentum: [weights(2)], adam: [weights(2), weights(3)] }[experiment.optimizer];
  const checkpoint: Checkpoint = {
    step: 7,
    state: { weights: weights(1), moments, updates: 7 },
    rate: memoryOf(0.25),
    elapsedMs: 12.5,
    scriptMs: 3,
  };
  const record = emptyTrainRecord(plan, []);
  record.losses.set(Float32Array.from({ length: 7 }, (_, i) => 1 / (i + 1)));
  record.accuracies.set(Float32Array.from({ length: 7 }, (_, i) => i / 8));
  return { ...record, started: { ...startedFrame, ...ends }, step: 7, checkpoint };
}
