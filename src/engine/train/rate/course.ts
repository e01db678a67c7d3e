/** What the losses of a run have come to; grows with nothing. */
export interface Course {
  /** The newest losses, oldest first, at most a window of them. */
  readonly recent: readonly number[];
  /** Lowest mean of a window so far. */
  readonly best: number;
}

export const noCourse: Course = { recent: [], best: Number.POSITIVE_INFINITY };

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
/** Above this share a network still answers much like a constant. */
const level = 0.7;
/** Beyond so many times what guessing costs outputs are too large: the loss will fall whatever the network learns. */
const outsized = 2;

const windowOf = (batch: number) =>
  Math.max(fewestSteps, Math.min(mostSteps, Math.ceil(samplesOfWindow / batch)));

/** The course after one more loss; null where it has left what a bearable learning rate does. */
function afterLoss(
  { recent, best }: Course,
  loss: number,
  window: number,
  constantLoss: number,
): Course | null {
  const newest = [...recent, loss].slice(-window);
  const mean = newest.reduce((sum, one) => sum + one, 0) / newest.length;
  const isFull = newest.length === window;
  const reference = Number.isFinite(best) ? best : (newest[0] ?? loss);
  const allowed = (isFull ? slack : firstSlack) * Math.max(constantLoss, reference);
  const isForgotten = isFull && best < learned * constantLoss && mean > guessing * constantLoss;
  const isLost = !Number.isFinite(mean) || mean > reference + allowed || isForgotten;
  return isLost ? null : { recent: newest, best: isFull ? Math.min(best, mean) : best };
}

/** Whether a network answers like a constant: its curvature is not yet that of one that learns. */
export const isLevel = ({ best }: Course, constantLoss: number): boolean =>
  best >= level * constantLoss && best <= outsized * constantLoss;

/**
 * The course after some steps of `batch` samples each; null when a loss is no number or has left what a bearable
 * learning rate does to it. `constantLoss`: loss of the best constant answer.
 */
export function courseAfter(
  before: Course,
  outcomes: readonly { readonly loss: number }[],
  batch: number,
  constantLoss: number,
): Course | null {
  const window = windowOf(batch);
  let course: Course | null = before;
  for (const { loss } of outcomes) course = course && afterLoss(course, loss, window, constantLoss);
  return course;
}
