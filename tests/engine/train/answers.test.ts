import { expect, test } from 'vitest';
import { spirals } from '#engine/data/sets/spirals.ts';
import { confusionOf, worstPlaces } from '#engine/train/evaluation/answers.ts';
import type { AnswersFrame, HeldOut } from '#engine/train/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { wasmRun } from '../../bench/wasmRun.ts';

const set = spirals();

/** What a small network makes of the spirals after some steps. */
async function asked(changes: Partial<Experiment>): Promise<{ answers: AnswersFrame; heldOut: HeldOut }> {
  const network = {
    f: 'tanh',
    depth: 2,
    width: 16,
    gain: 1.2,
    data: 'spirals',
    rate: 0.1,
    steps: 30,
  } as const;
  const experiment = { ...defaultExperiment, view: 'train', ...network, ...changes } as const;
  const { run, trainer } = await wasmRun(trainPlan(experiment, noFoundGains, 0).settings, set);
  for (;;) {
    const { done, answers, heldOut } = await run.advance(() => performance.now());
    if (!done) continue;
    trainer.dispose();
    if (!answers || !heldOut) throw new Error('The network was not asked at its end.');
    return { answers, heldOut };
  }
}

test('a confusion counts samples by true class and answer', () => {
  const counts = confusionOf(Uint8Array.of(0, 0, 1, 2, 2), Uint8Array.of(0, 2, 1, 2, 1), 3);
  expect([...counts]).toEqual([1, 0, 1, 0, 1, 0, 0, 1, 1]);
});

test('the worst are the highest losses, highest first, and those that are no number before all', () => {
  expect([...worstPlaces(Float32Array.of(1, 5, Number.NaN, 5, 2), 4)]).toEqual([2, 1, 3, 4]);
});

test('every held-out sample is counted once, and those on the diagonal are the share that is right', async () => {
  const { answers, heldOut } = await asked({});
  const { samples, confusion } = answers;
  if (!confusion) throw new Error('Classes were asked for.');
  expect(samples).toBe(set.heldOut.count);
  const byClass = [0, 1, 2].map((truth) => confusion.subarray(3 * truth, 3 * truth + 3));
  expect(byClass.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual(
    [0, 1, 2].map((truth) => set.heldOut.labels.filter((label) => label === truth).length),
  );
  const right = byClass.reduce((sum, row, truth) => sum + (row[truth] ?? 0), 0);
  expect(right / samples).toBeCloseTo(heldOut.accuracy, 12);
  expect(right).toBeLessThan(samples);
});

test('the loss of an example that is shown is minus the logarithm of what its class was given', async () => {
  const { answers, heldOut } = await asked({});
  const { worst, worstLosses } = answers;
  expect(worst.count).toBe(20);
  expect([...worstLosses]).toEqual([...worstLosses].toSorted((a, b) => b - a));
  expect(worstLosses[19]).toBeGreaterThan(heldOut.loss);
  for (const [i, loss] of worstLosses.entries())
    expect(loss).toBeCloseTo(-Math.log(worst.outputs[3 * i + (worst.labels[i] ?? 0)] ?? 0), 4);
});

test('what is given back worst is the largest mean squared error, and has no classes', async () => {
  const { answers } = await asked({ task: 'encode', rate: 0.01 });
  const { worst, worstLosses, confusion } = answers;
  expect(confusion).toBeNull();
  for (const [i, loss] of worstLosses.entries()) {
    const errors = [0, 1].map((k) => (worst.outputs[2 * i + k] ?? 0) - (worst.inputs[2 * i + k] ?? 0));
    const squares = errors.reduce((sum, error) => sum + (error / set.deviation) ** 2, 0);
    expect(loss).toBeCloseTo(squares / 2, 4);
  }
});
