import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createComposedTrainer } from '#engine/train/composedTrainer.ts';
import { trainBuffers } from '#engine/train/fusedBuffers.ts';
import { createFusedTrainer } from '#engine/train/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import type { NetworkShape, NetworkWeights } from '#engine/train/network.ts';
import type { Batch, Trainer, TrainerSetting, TrainStep } from '#engine/train/trainer.ts';
import { openWebgpuDevice } from '#engine/webgpuDevice.ts';
import { namedGain } from '#theory/namedGain.ts';
import { type Nonlinearity, nonlinearityNames } from '#theory/nonlinearity.ts';

let device: GPUDevice;

beforeAll(async () => {
  const opened = await openWebgpuDevice();
  if ('reason' in opened) throw new Error(opened.detail);
  device = opened.device;
  await setBackend('cpu');
});

const shape: NetworkShape = { inputs: 11, width: 21, depth: 8, outputs: 5 };

const base: TrainerSetting = { shape, nonlinearity: 'tanh', task: 'classify', optimizer: 'sgd', batch: 9 };

/** Random inputs of variance 1 and random classes. */
function randomBatch({ inputs, outputs }: NetworkShape, count: number, seed: number): Batch {
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
function soundGain(nonlinearity: Nonlinearity, { depth, width }: NetworkShape): number {
  if (nonlinearity === 'sigmoid') return 4;
  if (nonlinearity === 'tanh' || nonlinearity === 'erf') return nonlinearity === 'tanh' ? 1 : 0.88;
  const { value } = namedGain('auto', {
    nonlinearity,
    weights: 'gaussian',
    depth,
    width,
    inputScale: 1,
    biasDeviation: 0,
  });
  return value;
}

interface Pair {
  readonly fused: Trainer;
  readonly composed: Trainer;
}

async function withPair(setting: TrainerSetting, use: (pair: Pair) => Promise<void>): Promise<void> {
  const weights = initialWeightsAtOnce(setting.shape, {
    weights: 'gaussian',
    gain: soundGain(setting.nonlinearity, setting.shape),
    inputScale: 1,
    biasDeviation: 0.1,
    outputGain: 1,
    seed: 5,
  });
  const fused = await createFusedTrainer(device, true, setting, weights);
  const composed = createComposedTrainer(setting, weights);
  try {
    await use({ fused, composed });
  } finally {
    fused.dispose();
    composed.dispose();
  }
}

function relativeDistance(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (const [i, value] of a.entries()) {
    difference += (value - (b[i] ?? Number.NaN)) ** 2;
    size += value ** 2;
  }
  return size === 0 && difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** Largest relative distance, in norm, of any layer's gradient. */
function gradientDistance(a: NetworkWeights, b: NetworkWeights, { width, depth }: NetworkShape): number {
  const whole = ['input', 'inputBias', 'output', 'outputBias'] as const;
  const distances = whole.map((name) => relativeDistance(a[name], b[name]));
  for (let d = 0; d < depth; d++) {
    const matrix = (w: NetworkWeights) => w.hidden.subarray(d * width ** 2, (d + 1) * width ** 2);
    const bias = (w: NetworkWeights) => w.hiddenBias.subarray(d * width, (d + 1) * width);
    distances.push(relativeDistance(matrix(a), matrix(b)), relativeDistance(bias(a), bias(b)));
  }
  return Math.max(...distances);
}

function stepsOf(setting: TrainerSetting, count: number, rate: number): TrainStep[] {
  return Array.from({ length: count }, (_, step) => ({
    batch: randomBatch(setting.shape, setting.batch, 100 + (step % 3)),
    tuning: { rate, momentum: step < 12 ? 0.7 : 0.8 },
  }));
}

async function lossesOf(trainer: Trainer, steps: readonly TrainStep[]): Promise<number[]> {
  const losses: number[] = [];
  for (let at = 0; at < steps.length; at += 7) {
    const { outcomes, fault } = await trainer.train(steps.slice(at, at + 7));
    expect(fault).toBeNull();
    losses.push(...outcomes.map(({ loss }) => loss));
  }
  return losses;
}

for (const nonlinearity of nonlinearityNames) {
  test(`the first gradient of every layer is the same, fused and composed, for ${nonlinearity}`, async () => {
    for (const task of ['classify', 'encode'] as const) {
      const outputs = task === 'encode' ? shape.inputs : shape.outputs;
      const setting = { ...base, nonlinearity, task, shape: { ...shape, outputs } };
      await withPair(setting, async ({ fused, composed }) => {
        const batch = randomBatch(setting.shape, 9, 3);
        const [ours, theirs] = [await fused.gradient(batch), await composed.gradient(batch)];
        expect(gradientDistance(theirs, ours, setting.shape), task).toBeLessThan(1e-4);
      });
    }
  });

  test(`20 losses are the same, fused and composed, for ${nonlinearity}`, async () => {
    const setting = { ...base, nonlinearity };
    await withPair(setting, async ({ fused, composed }) => {
      const steps = stepsOf(setting, 20, 0.05);
      const [ours, theirs] = [await lossesOf(fused, steps), await lossesOf(composed, steps)];
      expect(ours).toHaveLength(20);
      expect(ours[19]).not.toBe(ours[0]);
      for (const [i, loss] of ours.entries())
        expect(Math.abs(loss / (theirs[i] ?? 0) - 1)).toBeLessThan(1e-3);
    });
  });
}

for (const [depth, width] of [
  [1, 1],
  [2, 64],
  [50, 30],
  [200, 40],
  [3, 300],
] as const) {
  test(`gradients and losses agree at depth ${depth}, width ${width}, for every nonlinearity`, async () => {
    for (const nonlinearity of nonlinearityNames) {
      const setting: TrainerSetting = { ...base, nonlinearity, shape: { ...shape, depth, width } };
      await withPair(setting, async ({ fused, composed }) => {
        const batch = randomBatch(setting.shape, 9, 3);
        const [ours, theirs] = [await fused.gradient(batch), await composed.gradient(batch)];
        expect(gradientDistance(theirs, ours, setting.shape), nonlinearity).toBeLessThan(1e-4);
        const steps = stepsOf(setting, depth === 200 ? 5 : 20, 1e-3);
        const [a, b] = [await lossesOf(fused, steps), await lossesOf(composed, steps)];
        for (const [i, loss] of a.entries()) expect(Math.abs(loss / (b[i] ?? 0) - 1)).toBeLessThan(1e-3);
      });
    }
  });
}

for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
  test(`after 20 steps of ${optimizer} every weight is the same, fused and composed`, async () => {
    const setting = { ...base, optimizer };
    await withPair(setting, async ({ fused, composed }) => {
      const steps = stepsOf(setting, 20, 0.01);
      await lossesOf(fused, steps);
      await lossesOf(composed, steps);
      const [ours, theirs] = [await fused.weights(), await composed.weights()];
      for (const name of Object.keys(ours) as (keyof NetworkWeights)[]) {
        expect(relativeDistance(theirs[name], ours[name]), name).toBeLessThan(1e-3);
      }
    });
  });
}

test('norms are those of the signals and gradients, in both implementations', async () => {
  await withPair({ ...base, nonlinearity: 'relu' }, async ({ fused, composed }) => {
    const batch = randomBatch(shape, 9, 3);
    const [ours, theirs] = [await fused.measure(batch), await composed.measure(batch)];
    for (const name of ['delta', 'activation', 'weightGradient'] as const) {
      expect(ours[name]).toHaveLength(shape.depth + 1);
      for (const [d, log] of ours[name].entries())
        expect(log, `${name} ${d}`).toBeCloseTo(theirs[name][d] ?? 0, 3);
    }
  });
});

test('a . delta is the same at every layer of linear and ReLU networks without biases', async () => {
  for (const nonlinearity of ['linear', 'relu'] as const) {
    const deep = { ...shape, depth: 40, width: 40 };
    const setting = { ...base, nonlinearity, shape: deep };
    const weights = initialWeightsAtOnce(deep, {
      weights: 'gaussian',
      gain: soundGain(nonlinearity, deep),
      inputScale: 1,
      biasDeviation: 0,
      outputGain: 1,
      seed: 8,
    });
    const fused = await createFusedTrainer(device, true, setting, weights);
    const { activations, deltas } = await fused.signals(randomBatch(deep, 4, 1));
    fused.dispose();
    const size = deep.width;
    for (let sample = 0; sample < 4; sample++) {
      // h . delta = a . delta for these two: delta is zero wherever ReLU is.
      const dots = Array.from({ length: deep.depth + 1 }, (_, d) => {
        const at = (d * 4 + sample) * size;
        let dot = 0;
        let scale = 0;
        for (let i = at; i < at + size; i++) {
          dot += (activations[i] ?? 0) * (deltas[i] ?? 0);
          scale += Math.abs((activations[i] ?? 0) * (deltas[i] ?? 0));
        }
        return { dot, scale };
      });
      const first = dots[0]?.dot ?? Number.NaN;
      expect(Math.abs(first)).toBeGreaterThan(0);
      // Rounding is relative to the sum of the terms' sizes.
      for (const { dot, scale } of dots) expect(Math.abs(dot - first)).toBeLessThan(1e-4 * scale);
    }
  }
});

test('a step that leaves float32 is named with its layer, and changes no weight', async () => {
  const deep = { ...shape, depth: 30 };
  const setting: TrainerSetting = { ...base, nonlinearity: 'linear', shape: deep };
  const weights = initialWeightsAtOnce(deep, {
    weights: 'gaussian',
    gain: 100,
    inputScale: 1,
    biasDeviation: 0,
    outputGain: 1,
    seed: 5,
  });
  const fused = await createFusedTrainer(device, true, setting, weights);
  const composed = createComposedTrainer(setting, weights);
  const steps = stepsOf(setting, 2, 0.01);
  const [ours, theirs] = [await fused.train(steps), await composed.train(steps)];
  expect(ours.outcomes).toHaveLength(0);
  expect(ours.fault).toEqual(theirs.fault);
  // ln |a|^2 grows by 2 ln 100 a layer from about ln 21; float32 ends at 3.4e38.
  expect(ours.fault?.where).toBe('activation');
  expect(ours.fault?.layer).toBeGreaterThan(16);
  expect(ours.fault?.layer).toBeLessThan(23);
  expect(await fused.weights()).toEqual(weights);
  fused.dispose();
  composed.dispose();
});

test('trainers leave no tensor and no buffer behind', async () => {
  const before = { tensors: memory().numTensors, buffers: trainBuffers.inUse() };
  for (let round = 0; round < 3; round++) {
    await withPair({ ...base, optimizer: 'adam' }, async ({ fused, composed }) => {
      for (const trainer of [fused, composed]) {
        await trainer.train(stepsOf(base, 3, 0.01));
        await trainer.measure(randomBatch(shape, 9, 1));
        await trainer.evaluate([randomBatch(shape, 4, 1)]);
        await trainer.outputs(randomBatch(shape, 9, 1));
      }
    });
  }
  expect({ tensors: memory().numTensors, buffers: trainBuffers.inUse() }).toEqual(before);
});
