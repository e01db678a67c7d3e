import { logSum } from './logSum.ts';
import { meanLogSum } from './meanLogSum.ts';
import { type Branch, type Excess, streamComponent } from './streamComponent.ts';
import type { UnitAverages } from './unitAverages.ts';
import { unitMoments } from './unitMoments.ts';
import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';

/** A layer of residual branches or normalised activations, in infinite width; all are logs. */
interface Block {
  /** Of |h_d|^2/N. */
  readonly logSquare: number;
  /** Of what divides h_d in the norm behind it, squared. */
  readonly logDivisor: number;
  /** Of E f'(a_d)^2. */
  readonly logSlope: number;
  /** Mean of h_d over its root mean square: no log. */
  readonly meanOverRoot: number;
  /** What makes a stream without norm of the one before; null elsewhere. */
  readonly branch: Branch | null;
}

/** The unit of the layers, their mean over its root mean square, and what follows from both. */
function blockOf(
  norm: WalkTheorySettings['norm'],
  logSquare: number,
  meanOverRoot: number,
  logSlope: number,
  branch: Branch | null,
): Block {
  const spread = norm === 'layer' ? 1 - meanOverRoot ** 2 : 1;
  const logDivisor = logSquare + Math.log(Math.max(spread, 1e-300));
  return { logSquare, logDivisor, logSlope, meanOverRoot, branch };
}

/** The branch that a stream of ln q and a mean over its root enters, a being of ln v. */
function branchOf(
  { gain, residual = 0 }: WalkTheorySettings,
  moments: UnitAverages,
  logV: number,
  logQ: number,
  meanOverRoot: number,
): Branch {
  const root = Math.exp((logV - logQ) / 2);
  // Of the variance of a, the weights' share; the rest is biases.
  const share = Math.exp(2 * Math.log(gain) + logQ - logV);
  const logGrowth = 2 * (Math.log(residual) + Math.log(gain)) + moments.logSlope;
  const growth = Math.exp(logGrowth);
  const addedSquare = residual ** 2 * Math.exp(moments.logGrowth + logV - logQ);
  return {
    mean: meanOverRoot,
    addedMean: residual * moments.meanOverDeviation * root,
    addedSquare,
    growth,
    logGrowth,
    tilt: residual * gain * Math.sqrt(share) * moments.slopeTilt,
    tiltSquare: growth * (1 + 2 * share * moments.slopeSlope),
    tiltAdded: share * moments.growthSlope * addedSquare,
    growthMean: growth * moments.sharedMean * residual * root,
    growthSquare: growth * moments.sharedUnits * addedSquare,
  };
}

/**
 * The layers 0..D in infinite width: pre-activations of variance g^2 + b^2 behind a norm, g^2 q + b^2 otherwise, and units of mean m and
 * mean square q which branches make q + 2 alpha m E f + alpha^2 E f^2, and m + alpha E f. q itself may leave float64.
 */
function blocksOf(settings: WalkTheorySettings): Block[] {
  const { nonlinearity, depth, gain, inputScale, biasDeviation, residual = 0, norm = 'none' } = settings;
  const logInput = 2 * Math.log(inputScale);
  const logBias = 2 * Math.log(biasDeviation);
  const first = unitMoments(nonlinearity, logInput);
  let [logQ, meanOverRoot] = [logInput, 0];
  if (residual === 0) {
    logQ += first.logGrowth;
    meanOverRoot = first.meanOverDeviation * Math.exp(-first.logGrowth / 2);
  }
  const blocks = [blockOf(norm, logQ, meanOverRoot, first.logSlope, null)];
  for (let d = 1; d <= depth; d++) {
    const logA = logSum(2 * Math.log(gain) + (norm === 'none' ? logQ : 0), logBias);
    const moments = unitMoments(nonlinearity, logA);
    const branch = branchOf(settings, moments, logA, logQ, meanOverRoot);
    if (residual === 0) {
      logQ = logA + moments.logGrowth;
      meanOverRoot = moments.meanOverDeviation * Math.exp(-moments.logGrowth / 2);
    } else {
      const growth = Math.log(1 + 2 * meanOverRoot * branch.addedMean + branch.addedSquare);
      meanOverRoot = (meanOverRoot + branch.addedMean) * Math.exp(-growth / 2);
      logQ += growth;
    }
    blocks.push(blockOf(norm, logQ, meanOverRoot, moments.logSlope, norm === 'none' ? branch : null));
  }
  return blocks;
}

/** ln of what the step from layer d to d - 1 makes of the squared gradient: of dE/dh beside branches, else of dE/da. */
function stepBack(settings: WalkTheorySettings, above: Block, below: Block): number {
  const { gain, residual = 0, norm = 'none' } = settings;
  const divided = 2 * Math.log(gain) - (norm === 'none' ? 0 : below.logDivisor);
  if (residual === 0) return divided + below.logSlope;
  return logSum(0, 2 * Math.log(residual) + divided + above.logSlope);
}

/**
 * Where f has no mean |h|^2 grows no faster than the gradient's square, Var f <= v E f'^2 (Poincaré's inequality): the part of the gradient along h
 * stays 1/N, and is left out as all of that order is.
 */
const hasNoMean = ({ addedMean, addedSquare }: Branch) =>
  Math.abs(addedMean) <= 1e-9 * Math.sqrt(addedSquare);

const meanLog = ({ log, ratio }: Excess) => log + meanLogSum(ratio);

/** Of each step from the top down: ln of the squared gradient of dE/dh in a stream without norm, and of the part of it that goes into the branch; null elsewhere. */
function streamOf(
  { width, residual = 0 }: WalkTheorySettings,
  blocks: readonly Block[],
): readonly { readonly square: number; readonly back: number }[] | null {
  const branches = blocks.flatMap(({ branch }) => branch ?? []);
  if (residual === 0 || branches.every(hasNoMean)) return null;
  const steps = streamComponent(branches, blocks.at(-1)?.meanOverRoot ?? 0, width);
  return steps.map(({ square, back }) => ({ square: meanLog(square), back: meanLog(back) }));
}

/**
 * Mean of ln Z in a residual or normalised network to leading order: infinite width, in which the projections of a norm's Jacobian vanish like
 * 1/N, and what grows out of such terms (`streamComponent`). A mean alone: its variance has no formula here.
 * Source: docs/MODEL.md, "Residual branches", "Normalisation".
 */
export function blockTheory(settings: WalkTheorySettings): WalkTheory {
  const { depth, pass, residual = 0, norm = 'none' } = settings;
  const blocks = blocksOf(settings);
  const mean = new Float64Array(depth + 1);
  const [bottom, top] = [blocks[0], blocks[depth]];
  const stream = pass === 'forward' ? null : streamOf(settings, blocks);
  const entering = (block?: Block) => (norm === 'none' ? (block?.logSquare ?? 0) : 0);
  let steps = 0;
  for (let k = 1; k <= depth; k++) {
    const [above, below] = [blocks[depth - k + 1], blocks[depth - k]];
    const before = steps;
    if (above && below) steps += stepBack(settings, above, below);
    if (pass === 'backward') mean[k] = stream?.[k - 1]?.square ?? steps;
    else if (pass === 'forward') mean[k] = (blocks[k]?.logSquare ?? 0) - (bottom?.logSquare ?? 0);
    else {
      const reached = residual > 0 ? (above?.logSlope ?? 0) - (top?.logSlope ?? 0) : 0;
      const back = stream ? (stream[k - 1]?.back ?? 0) - (stream[0]?.back ?? 0) : before + reached;
      mean[k] = back + entering(below) - entering(blocks[depth - 1]);
    }
  }
  return { kind: norm === 'none' ? 'mean-field' : 'leading-order', mean, variance: null };
}

/** The gradient's growth a layer that a normalised network without branches has in all layers but the last, whose divisor is the input's. */
export function normedDrift(settings: Omit<WalkTheorySettings, 'pass'>): number {
  const [, ...layers] = blocksOf({ ...settings, pass: 'backward', depth: 2 });
  const [below, above] = layers;
  return above && below ? stepBack({ ...settings, pass: 'backward' }, above, below) : 0;
}
