import type { Course } from './course.ts';
import { patience, runaway } from './courseLimits.ts';

/** Samples over which losses are averaged: the mean's standard error is then a few hundredths of one sample's. */
const samplesOfWindow = 640;
const fewestSteps = 10;
const mostSteps = 100;

/** A mean may lie this share of what guessing costs above the best one. */
const slack = 0.25;
/** While there are few losses, one batch's luck counts: a whole such loss. */
const firstSlack = 1;
/** A network that was clearly better than guessing and guesses again has lost what it had learned. */
const learned = 0.9;
const guessing = 0.97;

const windowOf = (batch: number) =>
  Math.max(fewestSteps, Math.min(mostSteps, Math.ceil(samplesOfWindow / batch)));

/** What losses are judged by. */
export interface Judgement {
  /** Samples of a step. */
  readonly batch: number;
  /** Loss of the best constant answer. */
  readonly constantLoss: number;
  /** Whether a spike is waited for: not at a rate that has only just grown. */
  readonly waits: boolean;
}

/** The course after one more loss; null where it has left what a bearable learning rate does. */
function afterLoss(
  { recent, best, outside: before, spikes }: Course,
  loss: number,
  { batch, constantLoss, waits }: Judgement,
): Course | null {
  const window = windowOf(batch);
  const newest = [...recent, loss].slice(-window);
  const mean = newest.reduce((sum, one) => sum + one, 0) / newest.length;
  const isFull = newest.length === window;
  const reference = Number.isFinite(best) ? best : (newest[0] ?? loss);
  const usual = Math.max(constantLoss, reference);
  const isForgotten = isFull && best < learned * constantLoss && mean > guessing * constantLoss;
  const allowed = (isFull ? slack : firstSlack) * usual;
  const isOutside = !Number.isFinite(mean) || mean > reference + allowed || isForgotten;
  const outside = isOutside ? before + 1 : 0;
  const isSpike = waits && isFull && outside <= window + patience && mean <= runaway * usual;
  if (isOutside && !isSpike) return null;
  return {
    recent: newest,
    best: isFull ? Math.min(best, mean) : best,
    outside,
    spikes: spikes + (isOutside ? 1 : 0),
  };
}

/**
 * The course after some steps, and how many of them it took: where a loss is no number or has left what a bearable learning
 * rate does to it there is none, and that step is the last.
 */
export function courseAfter(
  before: Course,
  outcomes: readonly { readonly loss: number }[],
  judgement: Judgement,
): { readonly course: Course | null; readonly heard: number } {
  let course: Course | null = before;
  let heard = 0;
  for (const { loss } of outcomes) {
    course = afterLoss(course, loss, judgement);
    heard += 1;
    if (!course) break;
  }
  return { course, heard };
}
