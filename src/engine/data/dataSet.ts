import type { Task } from '#engine/train/task.ts';
import type { Batch } from '#engine/train/trainer.ts';
import type { HeardUtterance } from './heardUtterance.ts';

/** Samples of one purpose. */
export interface Split {
  readonly count: number;
  /** Raw inputs, [count, inputs]: grey values 0..255, coordinates, or features of sound. */
  readonly inputs: Uint8Array | Float32Array;
  /** Classes, [count]. */
  readonly labels: Uint8Array;
}

/** Rows and columns of a picture. */
export interface PictureShape {
  readonly rows: number;
  readonly columns: number;
}

/** The raw inputs that are shown as black and as white. */
export interface PictureScale {
  readonly black: number;
  readonly white: number;
}

/** The part of the plane that points lie in, raw units. */
export interface Plane {
  readonly centre: readonly [x: number, y: number];
  /** Half its sides. */
  readonly half: readonly [x: number, y: number];
}

/** What a network is trained on. */
export interface DataSet {
  readonly inputs: number;
  readonly classes: number;
  /** What its classes are called, in every language; null where they are counted from 0. */
  readonly classNames: readonly string[] | null;
  /** How a sample is shown as a picture, row by row; null for points of a plane and for sound. */
  readonly picture: (PictureShape & PictureScale) | null;
  /** Where its points lie; null for all that has not two inputs. */
  readonly plane: Plane | null;
  /** What its first held-out samples are the frames of; null where inputs are no sound. */
  readonly heard: HeardUtterance | null;
  /** Raw inputs are standardised by the training samples' overall mean and deviation. */
  readonly mean: number;
  readonly deviation: number;
  readonly train: Split;
  readonly heldOut: Split;
}

/** Side of a digit, in pixels. */
export const pictureSide = 28;
/** How digits are shown: grey values. */
export const digitPicture = { rows: pictureSide, columns: pictureSide, black: 0, white: 255 } as const;

/** A data set with the mean and deviation of its training inputs. */
export function standardised(set: Omit<DataSet, 'mean' | 'deviation'>): DataSet {
  const { inputs } = set.train;
  let sum = 0;
  let squares = 0;
  for (const value of inputs) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / inputs.length;
  // Inputs that are all alike have no deviation to divide by.
  const deviation = Math.sqrt(Math.max(0, squares / inputs.length - mean ** 2)) || 1;
  return { ...set, mean, deviation };
}

/** Places start..end - 1. */
export function placesOf(start: number, end: number): Uint32Array {
  return Uint32Array.from({ length: end - start }, (_, i) => start + i);
}

/** The samples of a split at the given places, standardised. */
export function batchOf(set: DataSet, split: Split, places: ArrayLike<number>): Batch {
  const { inputs, mean, deviation } = set;
  const standard = new Float32Array(places.length * inputs);
  const labels = new Uint8Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] ?? 0) * inputs;
    for (let k = 0; k < inputs; k++)
      standard[i * inputs + k] = ((split.inputs[at + k] ?? 0) - mean) / deviation;
    labels[i] = split.labels[places[i] ?? 0] ?? 0;
  }
  return { count: places.length, inputs: standard, labels };
}

/** Outputs that a task needs. */
export function outputsOf({ inputs, classes }: DataSet, task: Task): number {
  return task === 'encode' ? inputs : classes;
}

/**
 * Cross-entropy, nats, of the best constant answer to classification: the entropy of how often each class comes, ln of their
 * number only where all are equally frequent (MNIST's 60,000: 2.3012).
 */
export function constantLoss(labels: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= count * Math.log(count / labels.length);
  return sum / labels.length;
}

/** Mean squared error, on a split, of the best constant answer to encoding: the training samples' mean. In standardised units. */
export function constantError({ inputs, deviation, train }: DataSet, split: Split): number {
  const means = new Float64Array(inputs);
  for (const [i, value] of train.inputs.entries()) {
    means[i % inputs] = (means[i % inputs] ?? 0) + value / train.count;
  }
  let sum = 0;
  for (const [i, value] of split.inputs.entries()) sum += (value - (means[i % inputs] ?? 0)) ** 2;
  return sum / split.inputs.length / deviation ** 2;
}
