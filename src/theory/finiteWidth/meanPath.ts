import { logSum } from '#theory/logSum.ts';
import type { MeanFieldSetting } from '#theory/meanFieldSetting.ts';
import type { UnitAverages } from '#theory/unitAverages.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import { type LayerNoise, layerNoise } from './layerNoise.ts';
import { type MemoryStep, memoryStep } from './memoryStep.ts';

/** A network whose layers may have widths of their own. */
export interface FiniteSetting extends MeanFieldSetting {
  /** n_0..n_D; all equal to `width` where there are none. */
  readonly widths?: readonly number[] | null;
  /** W_d has entries of variance 1/n_(d-1) (fan-in, where absent) or 1/n_d. */
  readonly scaling?: 'fanin' | 'fanout';
}

/** A layer on the path that infinite width takes, and the noise that its finite width makes. */
export interface Layer {
  readonly width: number;
  /** ln of the variance v of the pre-activations. */
  readonly logVariance: number;
  /** c^2, the share of v that comes from the weights; the rest is the biases'. 1 for layer 0. */
  readonly share: number;
  /** ln of what the next matrix multiplies |h|^2/N by, to give its share of the next v: ln g^2 for equal widths. */
  readonly logGain: number;
  readonly moments: UnitAverages;
  readonly noise: LayerNoise;
  readonly memory: MemoryStep;
}

/** ln v of a layer whose share of v from the weights is e^driven. */
export function nextLogVariance(driven: number, biasDeviation: number): number {
  return biasDeviation === 0 ? driven : logSum(driven, 2 * Math.log(biasDeviation));
}

/** ln v and c^2 of a layer whose share of v from the weights is e^driven. */
function variances(driven: number, biasDeviation: number): { logVariance: number; share: number } {
  if (biasDeviation === 0) return { logVariance: driven, share: 1 };
  const logVariance = nextLogVariance(driven, biasDeviation);
  return { logVariance, share: Math.exp(driven - logVariance) };
}

/** Where ln v moves by less, it stays. */
export const settled = 1e-13;

/** Layers 0..D along v_(d+1) = g^2 F(v_d) + b^2 from v_0 = s^2. Source: docs/MODEL.md, "To order 1/N". */
export function meanPath(setting: FiniteSetting): readonly Layer[] {
  const { nonlinearity, weights, depth, gain, inputScale, biasDeviation, widths, scaling } = setting;
  const layers: Layer[] = [];
  const logGain = 2 * Math.log(gain);
  let at = { logVariance: 2 * Math.log(inputScale), share: 1 };
  let before: Layer | undefined;
  let spreadBefore = 0;
  for (let d = 0; d <= depth; d++) {
    const isFixed = before !== undefined && Math.abs(at.logVariance - before.logVariance) < settled;
    if (isFixed && before && d > 2 && !widths) {
      layers.push(before);
      continue;
    }
    const moments = isFixed && before ? before.moments : unitMoments(nonlinearity, at.logVariance);
    const width = widths?.[d] ?? setting.width;
    const fan = scaling === 'fanout' ? width / (widths?.[d + 1] ?? width) : 1;
    const spread = (before?.moments.activationVariance ?? 0) + 1;
    // Beyond the ends of the table of moments layers differ in ln v alone.
    const isAlike =
      d > 2 && moments === before?.moments && at.share === before.share && spread === spreadBefore;
    const alike = isAlike ? before : null;
    const layer: Layer = {
      logVariance: at.logVariance,
      share: at.share,
      width,
      logGain: fan === 1 ? logGain : logGain + Math.log(fan),
      moments,
      noise: alike?.noise ?? layerNoise(moments, weights, d === 0 ? 0 : at.share, spread),
      memory: alike?.memory ?? memoryStep({ share: at.share, moments }),
    };
    layers.push(layer);
    at = variances(layer.logGain + at.logVariance + moments.logGrowth, biasDeviation);
    before = layer;
    spreadBefore = spread;
  }
  return layers;
}
