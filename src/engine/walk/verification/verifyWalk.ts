import { freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import type { Generator } from '#engine/random/generator.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkStages } from '#engine/walk/slicePlan.ts';
import type { WalkIncrements } from '#engine/walk/walkPath.ts';
import type { WrongNumbers } from '#engine/worker/reason.ts';
import { freeReferenceSteps } from './freeReference.ts';
import { type ReferenceSteps, walkReferenceSteps } from './walkReference.ts';

/** Random numbers that may be drawn to make a walk again: some 50 ms. */
const numbersAllowed = 600_000;

/** Steps from the start of a direction that are judged. Further on a chaotic network has made a rounding error large. */
const judgedSteps = 12;

/**
 * How far an increment may be off. Float32 explains 1e-5 a layer (docs/MODEL.md, "Scales": 4e-4 over a hundred); a
 * device that scales what it returns by 1.05 is five times off the relative part.
 */
const allowedOf = (expected: number) => 1e-4 + 0.01 * Math.abs(expected);

/** Random numbers of one forward step of the reference. */
function numbersOfStep(settings: WalkSettings): number {
  const { sampler, weights, width, widths } = settings;
  const units = Math.max(width, ...(widths ?? []));
  if (sampler === 'free') return freeWay(settings) === 'groups' ? 80 : 4 * units;
  return (weights === 'orthogonal' ? 3 : 1) * units ** 2;
}

/**
 * By so much of its layer's root mean square rounding may have moved a pre-activation: 1.5e-5 turned a ReLU unit in fifty
 * layers, and every step of the gradient after it.
 */
const nudge = 3e-4;

const increments = (values: Float32Array, isPairs: boolean) =>
  isPairs ? values.filter((_, i) => i % 2 === 0) : values;

/** By how much of what is allowed each step is off. */
function ratiosOf(measured: Float32Array, expected: Float32Array): number[] {
  return Array.from(expected, (value, k) => {
    const difference = Math.abs((measured[k] ?? Number.NaN) - value);
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference / allowedOf(value);
  });
}

/** A unit near zero may fall to the other side at a rounding, so a single step proves nothing: half of them do. */
function isOff(ratios: readonly number[]): boolean {
  const sorted = ratios.toSorted((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? 0) > 1;
}

function judged(measured: Float32Array, expected: Float32Array): WrongNumbers | null {
  const ratios = ratiosOf(measured, expected).slice(0, judgedSteps);
  if (!isOff(ratios)) return null;
  const step = ratios.indexOf(Math.max(...ratios));
  const right = expected[step] ?? Number.NaN;
  return {
    code: 'wrongNumbers',
    what: 'walk',
    step,
    measured: measured[step] ?? Number.NaN,
    expected: right,
    allowed: allowedOf(right),
  };
}

/** How many steps of the way back, at most those expected, are the same wherever rounding may have put the pre-activations. */
function settledSteps(
  settings: WalkSettings,
  walk: number,
  expected: Float32Array,
  generator: Generator,
): number {
  const moved = [nudge, -nudge].map((by) => {
    const walkOn = walkReferenceSteps(settings, walk, generator, by);
    if (walkStages(settings).directions.includes('forward')) walkOn('forward', settings.depth + 1);
    return increments(walkOn('backward', expected.length), true);
  });
  const apart = moved.map((one) => ratiosOf(one, expected).findIndex((ratio) => ratio > 1));
  return Math.min(expected.length, ...apart.filter((step) => step >= 0));
}

/**
 * Makes one walk of a run again in TypeScript, or as many of its first steps as cost next to nothing, and says where
 * the device's increments are wrong; null when they agree. `measured` is what the device returned for `walk`.
 */
export function verifyWalk(
  settings: WalkSettings,
  walk: number,
  measured: WalkIncrements,
  generator: Generator = 'pcg4d',
): WrongNumbers | null {
  const isFree = settings.sampler === 'free';
  const referenceOf = isFree ? freeReferenceSteps : walkReferenceSteps;
  const walkOn: ReferenceSteps = (direction, steps) => increments(referenceSteps(direction, steps), !isFree);
  const referenceSteps = referenceOf(settings, walk, generator);
  const all = settings.depth + 1;
  const affordable = Math.min(all, 1 + Math.max(1, Math.floor(numbersAllowed / numbersOfStep(settings))));
  const { forward, backward } = measured;
  if (isFree || walkStages(settings).directions.includes('forward')) {
    const expected = walkOn('forward', affordable);
    const wrong = forward && judged(forward, expected);
    if (wrong) return wrong;
    // The way back needs all layers, and means nothing where the way there has drifted apart.
    if (affordable < all || (forward && isOff(ratiosOf(forward, expected).slice(-judgedSteps)))) return null;
  }
  if (!backward) return null;
  const expected = walkOn('backward', Math.min(affordable, judgedSteps));
  const wrong = judged(backward, expected);
  if (!wrong || isFree) return wrong;
  const settled = settledSteps(settings, walk, expected, generator);
  return judged(backward, expected.subarray(0, settled));
}
