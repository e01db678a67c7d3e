import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { referenceLoss } from '#engine/train/choice/referenceLoss.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { matrixCount, type NetworkWeights, parameterCount } from '#engine/train/network.ts';
import { freshState, type TrainerSetting } from '#engine/train/trainer.ts';
import { networkKinds } from './networkKinds.ts';
import { base, randomBatch, shape } from './trainPair.ts';

beforeAll(() => setBackend('cpu'));

/** The derivative of the float64 loss by one weight, from its values on both sides. */
function slopeOf(
  setting: TrainerSetting,
  weights: NetworkWeights,
  name: keyof NetworkWeights,
  at: number,
): number {
  const batch = randomBatch(setting.shape, 5, 3);
  const moved = (by: number) => {
    const changed = { ...weights, [name]: weights[name].with(at, (weights[name][at] ?? 0) + by) };
    return { weight: changed[name][at] ?? 0, loss: referenceLoss(setting, changed, batch) };
  };
  const [above, below] = [moved(1e-3), moved(-1e-3)];
  return (above.loss - below.loss) / (above.weight - below.weight);
}

for (const [name, kind] of Object.entries(networkKinds)) {
  test(`gradients agree with finite differences: ${name}`, async () => {
    for (const task of ['classify', 'encode'] as const) {
      const outputs = task === 'encode' ? shape.inputs : shape.outputs;
      const setting: TrainerSetting = { ...base, task, shape: { ...shape, ...kind, outputs } };
      const weights = initialWeightsAtOnce(setting.shape, {
        weights: 'gaussian',
        gain: 1.2,
        inputScale: 1,
        biasDeviation: 0.1,
        outputGain: 1,
        seed: 5,
      });
      const trainer = createComposedTrainer(setting, freshState(weights));
      const gradient = await trainer.gradient(randomBatch(setting.shape, 5, 3));
      trainer.dispose();
      for (const part of Object.keys(gradient) as (keyof NetworkWeights)[]) {
        const values = gradient[part];
        const largest = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
        expect(largest).toBeGreaterThan(1e-4);
        for (let k = 0; k < 12; k++) {
          const at = Math.floor(((k + 0.5) / 12) * values.length);
          const slope = slopeOf(setting, weights, part, at);
          expect(Math.abs((values[at] ?? 0) - slope), `${part} ${at}`).toBeLessThan(1e-4 * largest);
        }
      }
    }
  });
}

test('a tied network has one hidden matrix, that of layer 1 of the network whose layers have their own', () => {
  const settings = {
    weights: 'gaussian',
    gain: 1,
    inputScale: 1,
    biasDeviation: 0.3,
    outputGain: 1,
    seed: 7,
  } as const;
  const tied = { ...shape, tied: true };
  const weights = initialWeightsAtOnce(tied, settings);
  const free = initialWeightsAtOnce(shape, settings);
  const { width } = shape;
  expect(matrixCount(tied)).toBe(1);
  expect(weights.hidden).toEqual(free.hidden.subarray(0, width ** 2));
  expect(weights.hiddenBias).toEqual(free.hiddenBias.subarray(0, width));
  expect(parameterCount(shape) - parameterCount(tied)).toBe((shape.depth - 1) * (width + 1) * width);
});
