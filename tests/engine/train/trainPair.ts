import { expect } from 'vitest';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { matrixCount, type NetworkShape, type NetworkWeights, plainKind } from '#engine/train/network.ts';
import {
  type Batch,
  freshState,
  type Trainer,
  type TrainerSetting,
  type TrainStep,
} from '#engine/train/trainer.ts';
import { namedGain } from '#theory/namedGain.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';

export const shape: NetworkShape = { inputs: 11, width: 21, depth: 8, outputs: 5, ...plainKind };

export const base: TrainerSetting = {
  shape,
  nonlinearity: 'tanh',
  task: 'classify',
  optimizer: 'sgd',
  batch: 9,
};

/** Random inputs of variance 1 and random classes. */
export function randomBatch({ inputs, outputs }: NetworkShape, count: number, seed: number): Batch {
  const uniform = createUniforms(seed, 1, 2);
  return {
    count,
    inputs: Float32Array.from({ length: count * inputs }, () => Math.sqrt(12) * (uniform() - 0.5)),
    labels: Uint8Array.from({ length: count }, () => Math.floor(uniform() * outputs)),
  };
}

/**
 * A gain at which a rounding error is not amplified on its way through the network: g*, or a little less where the
 * forward pass would be chaotic. (At g* exactly, tanh at N = 24, D = 200 turns rounding into differences of up to 7e-4.)
 */
export function soundGain(nonlinearity: Nonlinearity, { depth, width }: NetworkShape): number {
  if (nonlinearity === 'sigmoid') return 7;
  if (nonlinearity === 'tanh' || nonlinearity === 'erf') return nonlinearity === 'tanh' ? 1 : 0.88;
  const { value } = namedGain('auto', {
    nonlinearity,
    weights: 'gaussian',
    depth,
    width,
    inputScale: 1,
    biasDeviation: 0,
  });
  const isHomogeneous = nonlinearity === 'linear' || nonlinearity === 'relu' || nonlinearity === 'leaky';
  return isHomogeneous ? value : 0.95 * value;
}

export interface Pair {
  readonly fused: Trainer;
  readonly composed: Trainer;
}

export async function withPair(
  device: GPUDevice,
  setting: TrainerSetting,
  use: (pair: Pair) => Promise<void>,
): Promise<void> {
  const weights = initialWeightsAtOnce(setting.shape, {
    weights: 'gaussian',
    gain: soundGain(setting.nonlinearity, setting.shape),
    inputScale: 1,
    biasDeviation: 0.1,
    outputGain: 1,
    seed: 5,
  });
  const fused = await createFusedTrainer(device, true, setting, freshState(weights));
  const composed = createComposedTrainer(setting, freshState(weights));
  try {
    await use({ fused, composed });
  } finally {
    fused.dispose();
    composed.dispose();
  }
}

export function relativeDistance(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (const [i, value] of a.entries()) {
    difference += (value - (b[i] ?? Number.NaN)) ** 2;
    size += value ** 2;
  }
  return size === 0 && difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** Largest relative distance, in norm, of any layer's gradient. */
export function gradientDistance(a: NetworkWeights, b: NetworkWeights, shape: NetworkShape): number {
  const { width } = shape;
  const whole = ['input', 'inputBias', 'output', 'outputBias'] as const;
  const distances = whole.map((name) => relativeDistance(a[name], b[name]));
  for (let d = 0; d < matrixCount(shape); d++) {
    const matrix = (w: NetworkWeights) => w.hidden.subarray(d * width ** 2, (d + 1) * width ** 2);
    const bias = (w: NetworkWeights) => w.hiddenBias.subarray(d * width, (d + 1) * width);
    distances.push(relativeDistance(matrix(a), matrix(b)), relativeDistance(bias(a), bias(b)));
  }
  return Math.max(...distances);
}

export function stepsOf(setting: TrainerSetting, count: number, rate: number): TrainStep[] {
  return Array.from({ length: count }, (_, step) => ({
    batch: randomBatch(setting.shape, setting.batch, 100 + (step % 3)),
    tuning: { rate, momentum: step < 12 ? 0.7 : 0.8 },
  }));
}

export async function lossesOf(trainer: Trainer, steps: readonly TrainStep[]): Promise<number[]> {
  const losses: number[] = [];
  for (let at = 0; at < steps.length; at += 7) {
    const { outcomes, fault } = await trainer.train(steps.slice(at, at + 7));
    expect(fault).toBeNull();
    losses.push(...outcomes.map(({ loss }) => loss));
  }
  return losses;
}
