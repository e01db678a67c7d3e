import { logSum } from './logSum.ts';
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
}

/** The unit of the layers, their mean over its root mean square, and what follows from both. */
function blockOf(
  norm: WalkTheorySettings['norm'],
  logSquare: number,
  meanOverRoot: number,
  logSlope: number,
): Block {
  const spread = norm === 'layer' ? 1 - meanOverRoot ** 2 : 1;
  return { logSquare, logDivisor: logSquare + Math.log(Math.max(spread, 1e-300)), logSlope };
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
  const blocks = [blockOf(norm, logQ, meanOverRoot, first.logSlope)];
  for (let d = 1; d <= depth; d++) {
    const logA = logSum(2 * Math.log(gain) + (norm === 'none' ? logQ : 0), logBias);
    const { meanOverDeviation, logGrowth, logSlope } = unitMoments(nonlinearity, logA);
    if (residual === 0) {
      logQ = logA + logGrowth;
      meanOverRoot = meanOverDeviation * Math.exp(-logGrowth / 2);
    } else {
      // E f and E f^2 in units of q.
      const mean = meanOverDeviation * Math.exp((logA - logQ) / 2);
      const square = Math.exp(logGrowth + logA - logQ);
      const growth = Math.log(1 + 2 * residual * meanOverRoot * mean + residual ** 2 * square);
      meanOverRoot = (meanOverRoot + residual * mean) * Math.exp(-growth / 2);
      logQ += growth;
    }
    blocks.push(blockOf(norm, logQ, meanOverRoot, logSlope));
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
 * Mean of ln Z in a residual or normalised network to leading order: infinite width, in which the projections of a norm's Jacobian vanish like
 * 1/N. A mean alone: its variance has no formula here. Source: docs/MODEL.md, "Residual branches", "Normalisation".
 */
export function blockTheory(settings: WalkTheorySettings): WalkTheory {
  const { depth, pass, residual = 0, norm = 'none' } = settings;
  const blocks = blocksOf(settings);
  const mean = new Float64Array(depth + 1);
  const [bottom, top] = [blocks[0], blocks[depth]];
  let steps = 0;
  for (let k = 1; k <= depth; k++) {
    const [above, below] = [blocks[depth - k + 1], blocks[depth - k]];
    const before = steps;
    if (above && below) steps += stepBack(settings, above, below);
    if (pass === 'backward') mean[k] = steps;
    else if (pass === 'forward') mean[k] = (blocks[k]?.logSquare ?? 0) - (bottom?.logSquare ?? 0);
    else {
      const entering = (block?: Block) => (norm === 'none' ? (block?.logSquare ?? 0) : 0);
      const reached = residual > 0 ? (above?.logSlope ?? 0) - (top?.logSlope ?? 0) : 0;
      mean[k] = before + reached + entering(below) - entering(blocks[depth - 1]);
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
