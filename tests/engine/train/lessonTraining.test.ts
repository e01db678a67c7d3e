import { beforeAll, expect, test } from 'vitest';
import type { DataSet } from '#engine/data/dataSet.ts';
import { trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { lessonTheory } from '#experiment/lessons/lessonTheory.ts';
import { wasmRun } from '../../bench/wasmRun.ts';
import { deep } from '../../deep.ts';
import { drawnDigits } from '../drawnDigits.ts';

/** The first losses of an experiment's training, without looks at unseen samples. */
async function firstLosses(experiment: Experiment, steps: number): Promise<readonly number[]> {
  const few = { ...set, heldOut: { ...set.heldOut, count: 10 } };
  const { run, trainer } = await wasmRun({ ...trainSettings(experiment, noFoundGains, 0), steps }, few);
  const losses: number[] = [];
  for (;;) {
    const frame = await run.advance(() => performance.now());
    losses.push(...frame.losses);
    if (!frame.done) continue;
    trainer.dispose();
    return losses;
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const guessing = Math.log(10);
let set: DataSet;

beforeAll(() => {
  set = drawnDigits();
});

test('lesson 8 tells the truth: 200 layers leave the loss of guessing at once, and never at half the gain', {
  ...deep,
  timeout: 120_000,
}, async () => {
  const lesson = lessonExperiment(8);
  const learned = await firstLosses(lesson, 14);
  expect(learned).toHaveLength(14);
  expect(mean(learned.slice(-5))).toBeLessThan(guessing - 0.15);
  const stuck = await firstLosses(
    { ...lesson, gain: lessons.realTraining.numbers(lesson, lessonTheory).half },
    4,
  );
  // Only the output's biases move: by the classes of four mini-batches.
  for (const loss of stuck) expect(Math.abs(loss - guessing)).toBeLessThan(0.01);
});

test('lesson 14 tells the truth: with branches and a norm 200 layers of one matrix learn at once, without them never', {
  ...deep,
  timeout: 120_000,
}, async () => {
  const lesson = lessonExperiment(14);
  const learned = await firstLosses(lesson, 20);
  expect(mean(learned.slice(-5))).toBeLessThan(guessing - 0.15);
  const plain = await firstLosses({ ...lesson, residual: 0, norm: 'none' }, 8);
  // One matrix makes the outputs huge; Adam mends that, and guessing is all that is left.
  expect(mean(plain.slice(-4))).toBeGreaterThan(guessing - 0.02);
});
