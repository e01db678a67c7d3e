import '@tensorflow/tfjs-backend-wasm';
import { memory, ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { DataSet } from '#engine/data/dataSet.ts';
import { type Checkpoint, memoryOf } from '#engine/train/checkpoint.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { networkShape } from '#engine/train/networkShape.ts';
import { freshState } from '#engine/train/trainer.ts';
import { createTrainRun } from '#engine/train/trainRun.ts';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { drawnDigits } from '../../drawnDigits.ts';
import { plainTraining } from '../plainTraining.ts';

let set: DataSet;

beforeAll(async () => {
  await setBackend('wasm');
  await ready();
  const digits = drawnDigits();
  set = { ...digits, heldOut: { ...digits.heldOut, count: 10 } };
});

const beginning = (known: number | null) => ({
  step: 0,
  elapsedMs: 0,
  scriptMs: 0,
  rate: memoryOf(known),
});

function openRun(
  changes: Partial<TrainSettings>,
  from: Omit<Checkpoint, 'state'> & Partial<Checkpoint> = beginning(null),
) {
  const settings: TrainSettings = { ...plainTraining, rate: 'auto', ...changes };
  const { task, nonlinearity, optimizer } = settings;
  const shape = networkShape(settings, set);
  const setting = { shape, nonlinearity, task, optimizer, batch: trainerBatch(settings) };
  const start = from.state ?? freshState(initialWeightsAtOnce(shape, settings));
  const trainer = createComposedTrainer(setting, start);
  const halvings: { step: number; rate: number }[] = [];
  const run = createTrainRun(settings, set, trainer, from, ({ step }, rate) => halvings.push({ step, rate }));
  return { run, trainer, start, halvings };
}

/** Every loss of a run that stands, its rate and what it ended by. */
async function trained(changes: Partial<TrainSettings>, known: number | null = null) {
  return followed(openRun(changes, beginning(known)), []);
}

/** The same of a run that stands at the end of some losses. */
async function followed({ run, trainer, halvings }: ReturnType<typeof openRun>, losses: number[]) {
  for (;;) {
    const frame = await run.advance(() => performance.now());
    losses.length = frame.step - frame.losses.length;
    losses.push(...frame.losses);
    if (!frame.done) continue;
    trainer.dispose();
    return { losses, halvings, rate: frame.rate, diverged: frame.diverged };
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
  test(`${optimizer} finds a rate by itself and learns; the network is as it was before the search`, async () => {
    const momentum = optimizer === 'momentum' ? 0.9 : 0;
    const { losses, diverged } = await trained({ optimizer, momentum, depth: 4, steps: 60 });
    expect(diverged).toBeNull();
    expect(losses).toHaveLength(60);
    const given = await trained({ optimizer, momentum, depth: 4, steps: 1, rate: 0.01 });
    expect(losses[0]).toBe(given.losses[0]);
    expect(mean(losses.slice(-10))).toBeLessThan(0.8 * Math.log(10));
  });
}

test('a rate far too large is halved until the run bears it, and what stands is what that rate makes', async () => {
  const linear = { nonlinearity: 'linear', gain: 1.1, depth: 4, steps: 20 } as const;
  const { losses, halvings, rate, diverged } = await trained(linear, 8);
  expect(diverged).toBeNull();
  expect(halvings.length).toBeGreaterThan(3);
  expect(halvings.every(({ step }) => step === 0)).toBe(true);
  expect(halvings.at(-1)?.rate).toBe(rate);
  expect(mean(losses.slice(-5))).toBeLessThan(0.8 * Math.log(10));
  expect(losses).toEqual((await trained({ ...linear, rate })).losses);
});

test('taken up from a checkpoint, a run has the losses and the halvings of one that nothing disturbed', async () => {
  const rough = { depth: 6, steps: 120 };
  const whole = await trained(rough, 0.4);
  // It is the states before the checkpoint that the run goes back to, and the losses before it that say when.
  expect(whole.halvings).toEqual([{ step: 40, rate: 0.2 }]);
  const { run, trainer } = openRun(rough, beginning(0.4));
  const losses: number[] = [];
  for (const step of [7, 41]) {
    while (losses.length < step) losses.push(...(await run.advance(() => 0, 1)).losses);
    const again = openRun(rough, await run.checkpoint());
    expect(await followed(again, [...losses])).toEqual(whole);
  }
  trainer.dispose();
});

test('a rate far too small grows at the states that are kept, as a run from a checkpoint has it too', async () => {
  const small = { depth: 4, steps: 200 };
  const { losses, halvings, rate, diverged } = await trained(small, 0.01);
  expect({ halvings, diverged }).toEqual({ halvings: [], diverged: null });
  // At no kept state by more than a factor of 2: at 20, 40, 80 and 160.
  expect(rate).toBeGreaterThan(0.011);
  expect(rate).toBeLessThanOrEqual(0.16);
  const { run, trainer } = openRun(small, beginning(0.01));
  const seen: number[] = [];
  while (seen.length < 170) seen.push(...(await run.advance(() => 0, 1)).losses);
  const again = openRun(small, await run.checkpoint());
  expect(await followed(again, [...seen])).toEqual({ losses, halvings, rate, diverged });
  trainer.dispose();
});

test('a run whose very last update leaves float32 ends with that, and not as one that is done', async () => {
  const { run, trainer } = openRun({ steps: 1, rate: 1e30 });
  const frame = await run.advance(() => performance.now());
  trainer.dispose();
  expect(frame).toMatchObject({ step: 1, done: true, diverged: { step: 1, where: 'loss' } });
  // What was seen of the network before that step stays.
  expect(frame.heldOut).toMatchObject({ step: 0 });
});

test('a network that no rate can save ends with its divergence', async () => {
  const { diverged } = await trained({ gain: 9, depth: 60, steps: 20 });
  expect(diverged).toMatchObject({ step: 0, where: 'activation' });
});

for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
  test(`restored, ${optimizer} repeats itself to the bit, and leaks nothing`, async () => {
    const { run, trainer, start } = openRun({ optimizer, momentum: 0.5, depth: 3, steps: 40, rate: 0.003 });
    const ten = async () => {
      const losses: number[] = [];
      while (losses.length < 4) losses.push(...(await run.advance(() => 0, 1)).losses);
      return losses;
    };
    await ten();
    await trainer.restore(start);
    const before = memory().numTensors;
    await trainer.restore(start);
    expect(memory().numTensors).toBe(before);
    const kept = await trainer.state();
    await trainer.restore(kept);
    expect(await trainer.state()).toEqual({ ...kept, moments: expect.anything() });
    trainer.dispose();
  });
}
