import { beforeAll, expect, test } from 'vitest';
import { chooseTrainer } from '#engine/train/choice/chooseTrainer.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import type { NetworkWeights } from '#engine/train/network.ts';
import { openTrainBackend, type TrainBackend } from '#engine/train/trainBackend.ts';
import { freshState, type TrainerSetting } from '#engine/train/trainer.ts';
import { deep, deepUnless } from '../../deep.ts';
import { openedDevice } from '../device/openedDevice.ts';
import { networkKinds } from './networkKinds.ts';
import {
  base,
  gradientDistance,
  lossesOf,
  randomBatch,
  relativeDistance,
  shape,
  stepsOf,
  withPair,
} from './trainPair.ts';

let device: GPUDevice;
let backend: TrainBackend;

beforeAll(async () => {
  device = await openedDevice();
  backend = await openTrainBackend('wasm');
  await backend.activate('cpu');
});

const names = Object.keys(networkKinds);

/** Every kind once, with a kink; all that may be joined again, smooth, with the other loss and with moments. */
const cases = [
  ...names.map((name) => [name, 'relu', 'classify', 'sgd'] as const),
  ['rms', 'tanh', 'encode', 'adam'],
  ['tied, residual and layer', 'tanh', 'encode', 'momentum'],
] as const;

for (const [name, nonlinearity, task, optimizer] of cases) {
  test(
    `gradients, norms, losses and weights are the same, fused and composed: ${name}, ${nonlinearity}, ${task}`,
    deepUnless(name === 'tied'),
    async () => {
      const outputs = task === 'encode' ? shape.inputs : shape.outputs;
      const sized = { ...shape, ...networkKinds[name], outputs };
      const setting: TrainerSetting = { ...base, nonlinearity, task, optimizer, shape: sized };
      await withPair(device, setting, async ({ fused, composed }) => {
        const batch = randomBatch(setting.shape, 9, 3);
        const [ours, theirs] = [await fused.gradient(batch), await composed.gradient(batch)];
        expect(gradientDistance(theirs, ours, setting.shape)).toBeLessThan(1e-4);
        const [seen, wanted] = [await fused.measure(batch), await composed.measure(batch)];
        for (const part of ['delta', 'activation', 'weightGradient'] as const) {
          expect(seen[part]).toHaveLength(shape.depth + 1);
          for (const [d, log] of seen[part].entries())
            expect(log, `${part} ${d}`).toBeCloseTo(wanted[part][d] ?? 0, 3);
        }
        const steps = stepsOf(setting, 20, 0.003);
        const [a, b] = [await lossesOf(fused, steps), await lossesOf(composed, steps)];
        expect(a[19]).not.toBe(a[0]);
        for (const [i, loss] of a.entries()) expect(Math.abs(loss / (b[i] ?? 0) - 1)).toBeLessThan(1e-3);
        const [after, before] = [await fused.state(), await composed.state()];
        expect(after.updates).toBe(20);
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
    },
  );
}

test('a tied network is taken up where the other implementation left it, moments and all', deep, async () => {
  const sized = { ...shape, ...networkKinds['tied, residual and layer'], outputs: shape.inputs };
  const setting: TrainerSetting = {
    ...base,
    task: 'encode',
    optimizer: 'momentum',
    shape: sized,
  };
  await withPair(device, setting, async ({ fused, composed }) => {
    await lossesOf(fused, stepsOf(setting, 6, 0.01));
    await lossesOf(composed, stepsOf(setting, 6, 0.01));
    const goingOn = [
      await createFusedTrainer(device, true, setting, await composed.state()),
      createComposedTrainer(setting, await fused.state()),
    ];
    const wanted = await lossesOf(fused, stepsOf(setting, 5, 0.01));
    for (const trainer of goingOn) {
      const losses = await lossesOf(trainer, stepsOf(setting, 5, 0.01));
      for (const [i, loss] of losses.entries())
        expect(Math.abs(loss / (wanted[i] ?? 0) - 1)).toBeLessThan(1e-3);
      trainer.dispose();
    }
  });
});

// Of a layer of a single active unit a normalisation leaves the sign, and no gradient. A ReLU network that is normalised by the deviation makes
// of a rounding error 1.21 times as much in every layer.
const lasting = names.filter((name) => name !== 'layer');
for (const [depth, width, chosen] of [
  [1, 5, names],
  [3, 300, names],
  [60, 30, lasting],
] as const) {
  test(`gradients agree at depth ${depth}, width ${width}, for ${chosen.join('; ')}`, deep, async () => {
    for (const name of chosen) {
      const sized = { ...shape, depth, width, ...networkKinds[name] };
      const setting: TrainerSetting = { ...base, nonlinearity: 'relu', shape: sized };
      await withPair(device, setting, async ({ fused, composed }) => {
        const batch = randomBatch(setting.shape, 9, 3);
        const [ours, theirs] = [await fused.gradient(batch), await composed.gradient(batch)];
        expect(gradientDistance(theirs, ours, setting.shape), name).toBeLessThan(1e-4);
      });
    }
  });
}

test(
  'kinds of networks are trained by the kernels, which a device is compared about once',
  deep,
  async () => {
    const own = await openTrainBackend('webgpu');
    expect(own.webgpu?.name).not.toBe('');
    const differences: unknown[] = [];
    for (const name of ['residual and rms', 'residual and rms', 'tied, residual and layer']) {
      const setting: TrainerSetting = {
        ...base,
        nonlinearity: 'relu',
        shape: { ...shape, ...networkKinds[name] },
      };
      const weights = initialWeightsAtOnce(setting.shape, {
        weights: 'gaussian',
        gain: 1,
        inputScale: 1,
        biasDeviation: 0,
        outputGain: 1,
        seed: 1,
      });
      const probe = { batch: randomBatch(shape, 9, 1), tuning: { rate: 1e-12, momentum: 0 } };
      const { trainer, way, reasons } = await chooseTrainer(own, setting, freshState(weights), probe);
      trainer.dispose();
      expect(way, name).toEqual({ implementation: 'fused', backend: 'webgpu' });
      differences.push(...reasons);
    }
    expect(own.compared.size).toBe(2);
    expect(differences).toHaveLength(3);
    expect(differences[1]).toEqual(differences[0]);
    own.close();
  },
);
