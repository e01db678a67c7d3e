import { expect, test } from 'vitest';
import { noFoundGains } from '#experiment/foundGains.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import type { Scope } from '#experiment/questions/question.ts';
import { questions } from '#experiment/questions/questions.ts';
import type { Answer } from '#run/questions/answers.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { answersOf } from '../../answersOf.ts';
import { answerTrial } from '../../bench/answerTrial.ts';
import { wasmRun } from '../../bench/wasmRun.ts';
import { drawnDigits } from '../../engine/drawnDigits.ts';

const scope: Scope = { data: 'digits', size: 'full' };
const steps = 80;

/** Two layers of ReLU at g*: the quickest training of the first question. */
const trial = questions.gain
  .trials(scope)
  .find(({ part, series, x, seed }) => part === 'relu' && series === '2' && x === 0 && seed === 1);
if (!trial) throw new Error('The question has no such trial.');

/** Losses and accuracies of a link, by the app's own way from an address to a training. */
async function trainedAgain(link: string): Promise<{ losses: number[]; accuracies: number[] }> {
  const { experiment } = parseLink(`#${link}`);
  const { run, trainer } = await wasmRun(trainPlan(experiment, noFoundGains, 0).settings, drawnDigits());
  const [losses, accuracies]: number[][] = [[], []];
  for (;;) {
    const frame = await run.advance(() => performance.now());
    losses?.push(...frame.losses);
    accuracies?.push(...frame.accuracies);
    if (!frame.done) continue;
    trainer.dispose();
    return { losses: losses ?? [], accuracies: accuracies ?? [] };
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the script’s answer to a tiny trial is what its link trains to, to the last bit', async () => {
  const tiny = { ...trial, patch: { ...trial.patch, width: 8, steps } };
  const answer = await answerTrial('gain', scope, tiny, '');
  const { losses, accuracies } = await trainedAgain(answer.link);
  expect(losses).toHaveLength(steps);
  expect(answer).toMatchObject({ steps, diverged: false, series: '2', x: 0, seed: 1 });
  expect(answer.error).toBe(1 - mean(accuracies.slice(-steps / 10)));
  // It learned: guessing costs ln 10.
  expect(mean(losses.slice(-8))).toBeLessThan(0.9 * Math.LN10);
});

test('a training on record comes out again', async () => {
  const { answers } = answersOf('gain');
  const isThis = ({ data, part, series, x, seed }: Answer) =>
    data === 'digits' && part === trial.part && series === trial.series && x === 0 && seed === trial.seed;
  const recorded = answers.find(isThis);
  if (!recorded) throw new Error('It is not on record.');
  // At the rate that it had to its end: how rates are found is another matter, and may change.
  const rated = { ...trial, patch: { ...trial.patch, rate: recorded.rate } };
  const answer = await answerTrial('gain', scope, rated, '');
  expect(answer.steps).toBe(recorded.steps);
  expect(answer.gain).toBeCloseTo(recorded.gain, 5);
  // Another processor may round otherwise, and 300 steps make another training of that: what is left is chance in the
  // last tenth's answers, 30 batches of 32, in both.
  const p = recorded.error ?? Number.NaN;
  const deviation = Math.sqrt((2 * p * (1 - p)) / (30 * 32));
  expect(Math.abs((answer.error ?? Number.NaN) - p)).toBeLessThan(4 * deviation);
});
