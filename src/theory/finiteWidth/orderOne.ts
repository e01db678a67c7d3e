import type { Pass } from '#theory/pass.ts';
import type { UnitAverages } from '#theory/unitAverages.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import { alignmentCorrection } from './alignmentWalk.ts';
import { type ForwardMoments, forwardMoments } from './forwardMoments.ts';
import { gradientMemory } from './gradientMemory.ts';
import { type FiniteSetting, type Layer, meanPath } from './meanPath.ts';

/** Mean and variance of ln Z at every entry of a walk, [depth + 1], and what tells how far they hold. */
export interface OrderOne {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Largest standard deviation of v over v. */
  readonly spread: number;
  /** Largest part of a step's mean that comes from the gradient's memory. */
  readonly pull: number;
  /** Largest Var ln v times the curvature of the next ln v or of ln E f'^2 over ln v: what Var v does beyond order 1/N. */
  readonly bending: number;
  /** What single steps add to the mean beyond order 1/N, by ReLU's share of (c/N)^2 a step. */
  readonly rest: number;
  /** Largest variance of what a single layer adds to the pass. */
  readonly step: number;
  /** The same of the gradient's steps after which another follows; their squares over the widths, added up. */
  readonly followedStep: number;
  readonly followedSquares: number;
  /** Share of the variance that single values of rho^2 beside their mean may add or take, through a memory of many layers. */
  readonly persistence: number;
  /** What a_d . delta_d, nearly kept, takes away from the weight gradients' variance, over the variance. */
  readonly alignment: number;
}

/** ReLU's step: -49/12 over c^2 = 25. */
const secondOrder = 49 / 300;

/** A variance of ln Z that no share is taken of. */
const unnoticed = 1e-3;

type Sums = Pick<OrderOne, 'mean' | 'variance'>;

/** The layers with all that the sums need of them, [depth + 1] each. */
interface Stages {
  readonly layers: readonly Layer[];
  readonly forward: ForwardMoments;
  /** R_d. */
  readonly memory: Float64Array;
  /** E of the gradient's step that lands in the layer. */
  readonly steps: Float64Array;
  /** d ln v_(d+1)/d ln v_d. */
  readonly carries: Float64Array;
}

function stages(setting: FiniteSetting): Stages {
  const layers = meanPath(setting);
  const forward = forwardMoments(layers);
  const memory = gradientMemory(layers);
  const steps = new Float64Array(layers.length);
  const carries = new Float64Array(layers.length);
  const { depth } = setting;
  for (const [d, { moments, noise, width, logGain }] of layers.entries()) {
    const above = layers[d + 1];
    // delta_D knows nothing of the network, so that the entries' squares do not meet it again.
    const correlation = above && d + 1 < depth ? above.share * above.moments.slopeSlope : 0;
    const bend = moments.slopeBend - moments.slopeSlope ** 2;
    const ofMemory = (memory[d + 1] ?? 0) * noise.pull + correlation * noise.entryPull;
    const units = ofMemory + noise.gradientShift - noise.gradient / 2;
    const ofPath = moments.slopeSlope * (forward.shift[d] ?? 0) + (bend * (forward.variance[d] ?? 0)) / 2;
    steps[d] = logGain + moments.logSlope + ofPath + units / width;
    carries[d] = moments.growthSlope * (above?.share ?? 0);
  }
  return { layers, forward, memory, steps, carries };
}

/** ln(|h_k|^2/|h_0|^2): Cov(ln p_0, ln p_k) is what is left of p_0's own noise. */
function forwardSums({ layers, forward }: Stages): Sums {
  const mean = new Float64Array(layers.length);
  const variance = new Float64Array(layers.length);
  const { logActivation, logActivationVariance } = forward;
  const [start = 0] = logActivation;
  const [own = 0] = logActivationVariance;
  const first = layers[0]?.width ?? 1;
  let carried = 1;
  for (const [k, { share, moments, width }] of layers.entries()) {
    if (k === 0) continue;
    carried *= share * moments.growthSlope;
    mean[k] = (logActivation[k] ?? 0) - start + Math.log(width / first);
    variance[k] = Math.max(0, (logActivationVariance[k] ?? 0) + own * (1 - 2 * carried));
  }
  return { mean, variance };
}

/**
 * Sums from the top down, by the adjoint recursion: `response` is what a relative change of v_d does to all that has been
 * added up from layer d to the top. The weight gradients add ln p of the layer below, less that of layer D - 1.
 */
function sumsFromTop(all: Stages, pass: Pass, correction: Float64Array): Sums {
  const { layers, forward } = all;
  const depth = layers.length - 1;
  const mean = new Float64Array(depth + 1);
  const variance = new Float64Array(depth + 1);
  const reference = pass === 'weights' ? 1 : 0;
  const topActivation = forward.logActivation[depth - 1] ?? 0;
  const topWidth = layers[depth - 1]?.width ?? 1;
  let [steps, noises, response, shareAbove] = [0, 0, 0, 0];
  for (let k = 1; k <= depth; k++) {
    const d = depth - k;
    const layer = layers[d];
    if (!layer) break;
    const { share, noise, width, moments } = layer;
    const onNoise = k === 1 ? -reference : shareAbove * response;
    if (pass === 'weights') {
      // Entry k: the steps down to layer D - k + 1, and the activations of layer D - k.
      mean[k] = steps + (forward.logActivation[d] ?? 0) - topActivation + Math.log(width / topWidth);
      const own = noises + (onNoise + 1) ** 2 * (forward.logActivationVariance[d] ?? 0);
      variance[k] = k === 1 ? 0 : Math.max(0, own + (correction[k] ?? 0));
    }
    const slope = k === 1 ? moments.slopeSlope - reference * moments.growthSlope : moments.slopeSlope;
    steps += all.steps[d] ?? 0;
    noises += (noise.gradient + 2 * onNoise * noise.both + onNoise ** 2 * noise.activation) / width;
    response = slope + (all.carries[d] ?? 0) * response;
    shareAbove = share;
    if (pass === 'backward') {
      mean[k] = steps;
      variance[k] = Math.max(0, noises + response ** 2 * (forward.variance[d] ?? 0));
    }
  }
  return { mean, variance };
}

/** Variance that the step's (rho^2 - 1) pull/N brings with all the layers that remember the same rho. */
function remembered(layer: Layer, depth: number): number {
  const { keeps, gains } = layer.memory;
  const lost = Math.abs(1 - keeps) + Math.abs(1 + gains - keeps);
  const step = layer.noise.pull / layer.width;
  return lost < step ? 0 : (4 * step ** 2) / Math.max(lost, 1 / depth);
}

/** Curvatures over ln v; zero where f is a power and there are no biases: there ln v is a walk of independent steps. */
function curvature({ growthSlope, growthBend, slopeSlope, slopeBend }: UnitAverages, share: number): number {
  const forward = share * (growthBend + growthSlope - growthSlope ** 2 + (1 - share) * growthSlope ** 2);
  return Math.max(Math.abs(forward), Math.abs(slopeBend + slopeSlope - slopeSlope ** 2));
}

/** Layers where the curvature is asked for away from the path, and how many standard deviations of ln v. */
const asked = 16;
const reach = 2;

/** Var ln v times the largest curvature on the path and, for some layers, where ln v strays to by chance. */
function bendingOf(setting: FiniteSetting, { layers, forward, carries }: Stages): number {
  const stride = Math.ceil(layers.length / asked);
  let most = 0;
  for (const [d, { moments, logVariance, share }] of layers.entries()) {
    const { growthSlope } = moments;
    const variance = forward.variance[d] ?? 0;
    const next = growthSlope === 0 ? 0 : (carries[d] ?? 0) / growthSlope;
    most = Math.max(most, variance * curvature(moments, next));
    if ((layers.length - 1 - d) % stride > 0) continue;
    for (const side of [-reach, reach]) {
      const away = side * Math.sqrt(Math.max(0, variance));
      const strayed = 1 / (1 + ((1 - share) / share) * Math.exp(-away));
      const there = unitMoments(setting.nonlinearity, logVariance + away);
      most = Math.max(most, variance * curvature(there, strayed));
    }
  }
  return most;
}

/** What single layers add, the largest and in all. */
function ofSteps(setting: FiniteSetting, { layers, memory }: Stages, pass: Pass) {
  const { depth } = setting;
  let [step, followedStep, followedSquares, squares, pull, persistence] = [0, 0, 0, 0, 0, 0];
  for (const [d, layer] of layers.entries()) {
    const { noise, width } = layer;
    if (pass === 'forward') step = Math.max(step, noise.activation / width);
    if (d === depth) break;
    persistence += remembered(layer, depth);
    pull = Math.max(pull, Math.abs((memory[d + 1] ?? 0) * noise.pull) / width);
    // No weight gradient's walk lands in layer 0.
    if (pass === 'weights' && d === 0) continue;
    const own = noise.gradient / width;
    squares += own ** 2;
    if (pass !== 'forward') step = Math.max(step, own);
    // Below layer 0 there is none.
    if (pass === 'backward' && d === 0) continue;
    followedStep = Math.max(followedStep, own);
    followedSquares += own ** 2 / (layers[d - 1]?.width ?? width);
  }
  return { step, followedStep, followedSquares, rest: secondOrder * squares, pull, persistence };
}

/**
 * ln Z to order 1/N, at any ratio D/N, for every f: O(depth). Depth 1..1000. Source: derived in docs/MODEL.md,
 * "To order 1/N".
 */
export function orderOne(setting: FiniteSetting, pass: Pass): OrderOne {
  const all = stages(setting);
  const { layers, forward } = all;
  const { depth } = setting;
  const correction = pass === 'forward' ? null : alignmentCorrection(layers, pass === 'weights' ? 1 : depth);
  const { mean, variance } = correction ? sumsFromTop(all, pass, correction) : forwardSums(all);
  const { persistence, ...steps } = ofSteps(setting, all, pass);
  const end = Math.max(unnoticed, variance[depth] ?? 0);
  return {
    ...steps,
    mean,
    variance,
    persistence: persistence / end,
    alignment: Math.abs(correction?.[depth] ?? 0) / end,
    spread: Math.sqrt(forward.variance.reduce((most, own) => Math.max(most, own), 0)),
    bending: bendingOf(setting, all),
  };
}
