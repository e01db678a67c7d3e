import { expect } from 'vitest';
import { createUniforms } from '#engine/random/uniforms.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { plainKind, type TrainState } from '#engine/train/network.ts';
import { freshState, type Trainer, type TrainerSetting } from '#engine/train/trainer.ts';
import { namedGain } from '#theory/namedGain.ts';
import { walkTheory } from '#theory/walkTheory.ts';

type Nonlinearity = 'linear' | 'relu';
type CreateTrainer = (setting: TrainerSetting, initial: TrainState) => Promise<Trainer>;

const shape = { inputs: 30, width: 32, depth: 24, outputs: 10, ...plainKind };

/** Growth of ln |delta|^2 from the top to layer 0, and of ln |h|^2 the other way, of each of some networks at step 0. */
async function growths(create: CreateTrainer, nonlinearity: Nonlinearity, gain: number, networks: number) {
  const found: { backward: number; forward: number }[] = [];
  for (let seed = 0; seed < networks; seed++) {
    const weights = initialWeightsAtOnce(shape, {
      weights: 'gaussian',
      gain,
      inputScale: 1,
      biasDeviation: 0,
      outputGain: 0.01,
      seed,
    });
    const setting = { shape, nonlinearity, task: 'classify', optimizer: 'sgd', batch: 8 } as const;
    const trainer = await create(setting, freshState(weights));
    const uniform = createUniforms(seed, 5, 6);
    const inputs = Float32Array.from({ length: 8 * shape.inputs }, () => Math.sqrt(12) * (uniform() - 0.5));
    const labels = Uint8Array.from({ length: 8 }, (_, i) => i);
    const { delta, activation } = await trainer.measure({ count: 8, inputs, labels });
    trainer.dispose();
    found.push({
      backward: (delta[0] ?? 0) - (delta[shape.depth] ?? 0),
      forward: (activation[shape.depth] ?? 0) - (activation[0] ?? 0),
    });
  }
  return found;
}

/** Mean over networks and its standard error; networks are independent, samples of one are not. */
function meanOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** Holds the walk of a trainer's gradients and activations at step 0 against theory, at g* and off it. */
export async function expectWalkLaw(create: CreateTrainer, nonlinearity: Nonlinearity): Promise<void> {
  const setting = {
    nonlinearity,
    weights: 'gaussian',
    depth: shape.depth,
    width: shape.width,
    inputScale: 1,
    biasDeviation: 0,
  } as const;
  const best = namedGain('auto', setting).value;
  for (const gain of [best, 0.8 * best]) {
    const found = await growths(create, nonlinearity, gain, 30);
    for (const pass of ['backward', 'forward'] as const) {
      const theory = walkTheory({ ...setting, gain, pass }).mean[shape.depth] ?? Number.NaN;
      const { mean, error } = meanOf(found.map((growth) => growth[pass]));
      expect(Math.abs(mean - theory) / error, `${pass}, gain ${gain}`).toBeLessThan(4);
      expect(error).toBeLessThan(0.5);
    }
  }
}
