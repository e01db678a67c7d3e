import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { emptyWeights, type NetworkWeights } from '#engine/train/network.ts';
import { freshState, type Trainer, type TrainerSetting } from '#engine/train/trainer.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import { type Nonlinearity, nonlinearityNames } from '#theory/nonlinearity.ts';
import { deepUnless } from '../../../deep.ts';
import { networkKinds } from '../../train/networkKinds.ts';
import {
  base,
  gradientDistance,
  lossesOf,
  randomBatch,
  relativeDistance,
  shape,
  soundGain,
  stepsOf,
} from '../../train/trainPair.ts';
import { trainKernels } from './trainKernels.ts';

let kernels: WebAssembly.Module;

beforeAll(async () => {
  await setBackend('cpu');
  kernels = await trainKernels();
});

const weightsOf = (setting: TrainerSetting, gain: number) =>
  initialWeightsAtOnce(setting.shape, {
    weights: 'gaussian',
    gain,
    inputScale: 1,
    biasDeviation: 0.1,
    outputGain: 1,
    seed: 5,
  });

/** Our kernels and TensorFlow.js on the processor, from the same weights. */
async function withBoth(
  setting: TrainerSetting,
  use: (ours: Trainer, theirs: Trainer) => Promise<void>,
): Promise<void> {
  const weights = weightsOf(setting, soundGain(setting.nonlinearity, setting.shape));
  const ours = await createWasmTrainer(kernels, setting, freshState(weights));
  const theirs = createComposedTrainer(setting, freshState(weights));
  try {
    await use(ours, theirs);
  } finally {
    theirs.dispose();
    ours.dispose();
  }
}

const tasks = ['classify', 'encode'] as const;
const outputsOf = (task: TrainerSetting['task']) => (task === 'encode' ? shape.inputs : shape.outputs);

/** They stand for the others, whose gradients are held against TensorFlow.js's in shallow networks below. */
const stands: readonly Nonlinearity[] = ['relu', 'tanh'];

for (const nonlinearity of nonlinearityNames) {
  test(
    `gradients and 20 losses are those of TensorFlow.js for ${nonlinearity}`,
    deepUnless(stands.includes(nonlinearity)),
    async () => {
      for (const task of tasks) {
        const setting = { ...base, nonlinearity, task, shape: { ...shape, outputs: outputsOf(task) } };
        await withBoth(setting, async (ours, theirs) => {
          const batch = randomBatch(setting.shape, 9, 3);
          const [a, b] = [await ours.gradient(batch), await theirs.gradient(batch)];
          expect(gradientDistance(b, a, setting.shape), task).toBeLessThan(1e-4);
          const steps = stepsOf(setting, 20, 0.05);
          const [found, wanted] = [await lossesOf(ours, steps), await lossesOf(theirs, steps)];
          expect(found[19]).not.toBe(found[0]);
          for (const [i, loss] of found.entries())
            expect(Math.abs(loss / (wanted[i] ?? 0) - 1), `${task} ${i}`).toBeLessThan(1e-3);
        });
      }
    },
  );
}

const some: readonly Nonlinearity[] = ['tanh', 'relu', 'gelu'];
for (const [depth, width, names] of [
  [1, 1, nonlinearityNames],
  [2, 64, nonlinearityNames],
  [50, 30, some],
  [3, 130, some],
] as const) {
  test(
    `gradients agree at depth ${depth}, width ${width}, for ${names.join(', ')}`,
    deepUnless(depth < 50),
    async () => {
      for (const nonlinearity of names) {
        const setting: TrainerSetting = { ...base, nonlinearity, shape: { ...shape, depth, width } };
        await withBoth(setting, async (ours, theirs) => {
          const batch = randomBatch(setting.shape, 9, 3);
          const [a, b] = [await ours.gradient(batch), await theirs.gradient(batch)];
          expect(gradientDistance(b, a, setting.shape), nonlinearity).toBeLessThan(1e-4);
        });
      }
    },
  );
}

for (const [name, kind] of Object.entries(networkKinds)) {
  test(
    `gradients, signals, norms and steps are those of TensorFlow.js: ${name}`,
    deepUnless(name === 'layer' || name === 'tied and residual'),
    async () => {
      // A normalised sigmoid network at its gain of 7 multiplies a rounding error at every step.
      for (const [task, optimizer, nonlinearity, count] of [
        ['classify', 'sgd', 'relu', 20],
        ['encode', 'adam', 'tanh', 20],
        ['classify', 'momentum', 'sigmoid', 3],
      ] as const) {
        const sized = { ...shape, ...kind, outputs: outputsOf(task) };
        const setting: TrainerSetting = { ...base, nonlinearity, task, optimizer, shape: sized };
        await withBoth(setting, async (ours, theirs) => {
          const batch = randomBatch(sized, 9, 3);
          const [a, b] = [await ours.gradient(batch), await theirs.gradient(batch)];
          expect(gradientDistance(b, a, sized)).toBeLessThan(1e-4);
          const [signals, known] = [await ours.signals(batch), await theirs.signals(batch)];
          expect(relativeDistance(known.activations, signals.activations)).toBeLessThan(1e-4);
          expect(relativeDistance(known.deltas, signals.deltas)).toBeLessThan(1e-4);
          const [seen, wanted] = [await ours.measure(batch), await theirs.measure(batch)];
          for (const part of ['delta', 'activation', 'weightGradient'] as const) {
            expect(seen[part]).toHaveLength(shape.depth + 1);
            for (const [d, log] of seen[part].entries())
              expect(log, `${part} ${d}`).toBeCloseTo(wanted[part][d] ?? 0, 3);
          }
          const steps = stepsOf(setting, count, 0.003);
          const [found, expected] = [await lossesOf(ours, steps), await lossesOf(theirs, steps)];
          for (const [i, loss] of found.entries())
            expect(Math.abs(loss / (expected[i] ?? 0) - 1), `${nonlinearity} ${i}`).toBeLessThan(1e-3);
          const [after, before] = [await ours.state(), await theirs.state()];
          expect(after.updates).toBe(count);
          expect(after.moments).toHaveLength({ sgd: 0, momentum: 1, adam: 2 }[optimizer]);
          for (const part of Object.keys(after.weights) as (keyof NetworkWeights)[]) {
            expect(relativeDistance(before.weights[part], after.weights[part]), part).toBeLessThan(1e-3);
            for (const [i, moment] of after.moments.entries())
              expect(
                relativeDistance(before.moments[i]?.[part] ?? moment[part], moment[part]),
                part,
              ).toBeLessThan(0.01);
          }
        });
      }
    },
  );
}

for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
  test(`a network goes on to the bit as it did, and with the other way as it would have, by ${optimizer}`, async () => {
    const setting = { ...base, optimizer };
    await withBoth(setting, async (ours, theirs) => {
      const fresh = await ours.state();
      const steps = stepsOf(setting, 8, 0.01);
      const first = await lossesOf(ours, steps);
      const kept = await ours.state();
      const second = await lossesOf(ours, steps);
      await ours.restore(kept);
      expect(await lossesOf(ours, steps)).toEqual(second);
      await ours.restore(fresh);
      expect(await lossesOf(ours, steps)).toEqual(first);
      await theirs.restore(kept);
      for (const [i, loss] of (await lossesOf(theirs, steps)).entries())
        expect(Math.abs(loss / (second[i] ?? 0) - 1)).toBeLessThan(1e-3);
    });
  });
}

test('answers, outputs and batches of other sizes are those of TensorFlow.js', async () => {
  for (const task of tasks) {
    const setting = { ...base, task, shape: { ...shape, outputs: outputsOf(task) } };
    await withBoth(setting, async (ours, theirs) => {
      const batches = [9, 1, 6].map((count) => randomBatch(setting.shape, count, count));
      const [found, wanted] = [await ours.evaluate(batches), await theirs.evaluate(batches)];
      for (const [i, { losses, answers, loss, accuracy }] of found.entries()) {
        const other = wanted[i];
        if (!other) throw new Error('A batch was not answered.');
        expect(relativeDistance(other.losses, losses)).toBeLessThan(1e-4);
        expect(answers).toEqual(other.answers);
        expect(Math.abs(loss / other.loss - 1)).toBeLessThan(1e-4);
        if (task === 'classify') expect(accuracy).toBeCloseTo(other.accuracy, 6);
        else expect(accuracy).toBeNaN();
      }
      for (const batch of batches)
        expect(relativeDistance(await theirs.outputs(batch), await ours.outputs(batch))).toBeLessThan(1e-4);
    });
  }
});

test('a step that leaves float32 is named with its layer, and changes no weight', async () => {
  const deep = { ...shape, depth: 30 };
  const setting: TrainerSetting = { ...base, nonlinearity: 'linear', shape: deep };
  const weights = weightsOf(setting, 100);
  const ours = await createWasmTrainer(kernels, setting, freshState(weights));
  const theirs = createComposedTrainer(setting, freshState(weights));
  const steps = stepsOf(setting, 2, 0.01);
  const [found, wanted] = [await ours.train(steps), await theirs.train(steps)];
  theirs.dispose();
  expect(found.outcomes).toHaveLength(0);
  expect(found.fault).toEqual(wanted.fault);
  expect(await ours.weights()).toEqual(weights);
});

test('a gradient that leaves float32 where signals do not is named with its matrix, and changes no weight', async () => {
  const sized = { ...shape, inputs: 1, width: 3, depth: 1, outputs: 2 };
  const setting: TrainerSetting = { ...base, nonlinearity: 'linear', shape: sized };
  // h_0 of this size, h_1 of its 1e-37, and deltas of 1e10 on their way down.
  const network = (size: number): NetworkWeights => ({
    ...emptyWeights(sized),
    input: new Float32Array(3).fill(size),
    hidden: new Float32Array(9).fill(1e-37),
    output: Float32Array.of(1e10, -1e10, 1e10, -1e10, 1e10, -1e10),
  });
  const batch = { count: 2, inputs: Float32Array.of(1, 1), labels: Uint8Array.of(0, 1) };
  const step = { batch, tuning: { rate: 1e-30, momentum: 0 } };
  for (const [size, fault] of [
    [1e30, { where: 'gradient', layer: 1 }],
    // Too large for the bound, and yet a number.
    [1e28, null],
  ] as const) {
    const weights = network(size);
    const ours = await createWasmTrainer(kernels, setting, freshState(weights));
    expect((await ours.train([step])).fault).toEqual(fault);
    const { hidden } = await ours.weights();
    if (fault) expect(await ours.weights()).toEqual(weights);
    else expect(hidden).not.toEqual(weights.hidden);
  }
});
