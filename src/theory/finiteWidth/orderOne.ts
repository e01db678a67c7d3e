import type { Pass } from '#theory/pass.ts';
import type { UnitAverages } from '#theory/unitAverages.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import { alignmentCorrection } from './alignmentWalk.ts';
import { type ForwardMoments, forwardMoments } from './forwardMoments.ts';
import { gradientMemory } from './gradientMemory.ts';
import { type FiniteSetting, type Layer, meanPath } from './meanPath.ts';
import { memoryStep } from './memoryStep.ts';

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

/** A layer with all that the sums need of it. */
interface Stage extends Layer {
  readonly forward: ForwardMoments;
  /** R_(d+1). */
  readonly memoryAbove: number;
  /** E of the gradient's step that lands here. */
  readonly step: number;
  /** d ln v_(d+1)/d ln v_d. */
  readonly carries: number;
}

function stages(setting: FiniteSetting): readonly Stage[] {
  const layers = meanPath(setting);
  const forwards = forwardMoments(layers);
  const memory = gradientMemory(layers);
  const { depth } = setting;
  return layers.map((layer, d) => {
    const { moments, noise, width } = layer;
    const forward = forwards[d] ?? { shift: 0, variance: 0, logActivation: 0, logActivationVariance: 0 };
    const memoryAbove = memory[d + 1] ?? 0;
    const above = layers[d + 1];
    // delta_D knows nothing of the network, so that the entries' squares do not meet it again.
    const correlation = above && d + 1 < depth ? above.share * above.moments.slopeSlope : 0;
    const bend = moments.slopeBend - moments.slopeSlope ** 2;
    const units =
      memoryAbove * noise.pull + correlation * noise.entryPull + noise.gradientShift - noise.gradient / 2;
    return {
      logVariance: layer.logVariance,
      share: layer.share,
      width,
      logGain: layer.logGain,
      moments,
      noise,
      forward,
      memoryAbove,
      step:
        layer.logGain +
        moments.logSlope +
        moments.slopeSlope * forward.shift +
        (bend * forward.variance) / 2 +
        units / width,
      carries: moments.growthSlope * (above?.share ?? 0),
    };
  });
}

/** ln(|h_k|^2/|h_0|^2): Cov(ln p_0, ln p_k) is what is left of p_0's own noise. */
function forwardSums(all: readonly Stage[]): Sums {
  const mean = new Float64Array(all.length);
  const variance = new Float64Array(all.length);
  const start = all[0];
  let carried = 1;
  for (const [k, { forward, share, moments, width }] of all.entries()) {
    if (!start || k === 0) continue;
    carried *= share * moments.growthSlope;
    mean[k] = forward.logActivation - start.forward.logActivation + Math.log(width / start.width);
    const own = start.forward.logActivationVariance;
    variance[k] = Math.max(0, forward.logActivationVariance + own * (1 - 2 * carried));
  }
  return { mean, variance };
}

/**
 * Sums from the top down, by the adjoint recursion: `response` is what a relative change of v_d does to all that has been
 * added up from layer d to the top. The weight gradients add ln p of the layer below, less that of layer D - 1.
 */
function sumsFromTop(all: readonly Stage[], pass: 'backward' | 'weights'): Sums {
  const depth = all.length - 1;
  const mean = new Float64Array(depth + 1);
  const variance = new Float64Array(depth + 1);
  const top = all[depth - 1];
  const correction = pass === 'weights' ? alignmentCorrection(all) : null;
  const reference = pass === 'weights' ? 1 : 0;
  let [steps, noises, response, shareAbove] = [0, 0, 0, 0];
  for (let k = 1; k <= depth; k++) {
    const layer = all[depth - k];
    if (!layer || !top) break;
    const { forward, share, noise, width, moments } = layer;
    if (pass === 'weights') {
      // Entry k: the steps down to layer D - k + 1, and the activations of layer D - k.
      const onActivation = (k === 1 ? -reference : shareAbove * response) + 1;
      mean[k] = steps + forward.logActivation - top.forward.logActivation + Math.log(width / top.width);
      const own = noises + onActivation ** 2 * forward.logActivationVariance;
      variance[k] = k === 1 ? 0 : Math.max(0, own + (correction?.[k] ?? 0));
    }
    const onNoise = k === 1 ? -reference : shareAbove * response;
    const slope = k === 1 ? moments.slopeSlope - reference * moments.growthSlope : moments.slopeSlope;
    steps += layer.step;
    noises += (noise.gradient + 2 * onNoise * noise.both + onNoise ** 2 * noise.activation) / width;
    response = slope + layer.carries * response;
    shareAbove = share;
    if (pass === 'backward') {
      mean[k] = steps;
      variance[k] = Math.max(0, noises + response ** 2 * forward.variance);
    }
  }
  return { mean, variance };
}

/** Variance that the step's (rho^2 - 1) pull/N brings with all the layers that remember the same rho. */
function remembered(layer: Stage, depth: number): number {
  const { keeps, gains } = memoryStep(layer);
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
function bendingOf(setting: FiniteSetting, all: readonly Stage[]): number {
  const stride = Math.ceil(all.length / asked);
  let most = 0;
  for (const [d, { moments, forward, carries, logVariance, share }] of all.entries()) {
    const { growthSlope } = moments;
    const { variance } = forward;
    most = Math.max(most, variance * curvature(moments, growthSlope === 0 ? 0 : carries / growthSlope));
    if ((all.length - 1 - d) % stride > 0) continue;
    for (const side of [-reach, reach]) {
      const away = side * Math.sqrt(Math.max(0, variance));
      const strayed = 1 / (1 + ((1 - share) / share) * Math.exp(-away));
      most = Math.max(
        most,
        variance * curvature(unitMoments(setting.nonlinearity, logVariance + away), strayed),
      );
    }
  }
  return most;
}

/**
 * ln Z to order 1/N, at any ratio D/N, for every f: O(depth). Depth 1..1000. Source: derived in docs/MODEL.md,
 * "To order 1/N".
 */
export function orderOne(setting: FiniteSetting, pass: Pass): OrderOne {
  const all = stages(setting);
  const sums = pass === 'forward' ? forwardSums(all) : sumsFromTop(all, pass);
  const below = all.slice(0, -1);
  const depth = below.length;
  // No weight gradient's walk lands in layer 0.
  const landed = below.slice(pass === 'weights' ? 1 : 0);
  const steps = landed.map(({ noise, width }) => noise.gradient / width);
  const followed = steps.slice(pass === 'backward' ? 1 : 0);
  const end = Math.max(unnoticed, sums.variance[depth] ?? 0);
  return {
    mean: sums.mean,
    variance: sums.variance,
    persistence: below.reduce((sum, layer) => sum + remembered(layer, depth), 0) / end,
    alignment: pass === 'forward' ? 0 : Math.abs(alignmentCorrection(all)[depth] ?? 0) / end,
    spread: Math.sqrt(Math.max(0, ...all.map(({ forward }) => forward.variance))),
    bending: bendingOf(setting, all),
    rest: secondOrder * steps.reduce((sum, step) => sum + step ** 2, 0),
    step: Math.max(
      0,
      ...(pass === 'forward' ? all.map(({ noise, width }) => noise.activation / width) : steps),
    ),
    followedStep: Math.max(0, ...followed),
    followedSquares: followed.reduce((sum, step, i) => sum + step ** 2 / (below[i]?.width ?? 1), 0),
    pull: Math.max(
      0,
      ...below.map(({ memoryAbove, noise, width }) => Math.abs(memoryAbove * noise.pull) / width),
    ),
  };
}
