import type { Nonlinearity } from './nonlinearity.ts';
import { normalDensity } from './normal.ts';
import { stepCharacteristic } from './stepCharacteristic.ts';
import { stepLaw } from './stepLaw.ts';
import type { WeightLaw } from './weightLaw.ts';

export interface DensitySetting {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly depth: number;
  readonly width: number;
  readonly gain: number;
}

/** A density on equally spaced points. */
export interface WalkDensity {
  readonly lnZ: Float64Array;
  readonly density: Float64Array;
}

/** Standard deviations covered by the points, and by the period of the inversion, which must be wider. */
const shownDeviations = 6;
const periodDeviations = 26;
/** Narrow layers have an exponential left tail, e^(ln Z / 2) at worst. */
const tailPeriod = 70;
const smallestModulus = 1e-13;
const mostFrequencies = 4000;

/** Phi(t) of ln Z minus its mean at t = step, 2 step, .., as modulus and phase. */
function frequencies(
  setting: DensitySetting,
  mean: number,
  step: number,
): { modulus: number; phase: number }[] {
  const { nonlinearity, weights, width, depth, gain } = setting;
  const characteristic = stepCharacteristic(nonlinearity, weights, width);
  const list: { modulus: number; phase: number }[] = [];
  for (let j = 1; characteristic && j < mostFrequencies; j++) {
    const t = j * step;
    const { re, im } = characteristic(t);
    const modulus = Math.hypot(re, im) ** depth;
    if (modulus < smallestModulus) break;
    list.push({ modulus, phase: depth * (Math.atan2(im, re) + 2 * t * Math.log(gain)) - t * mean });
  }
  return list;
}

/** The Normal density of a mean and a variance, on points over 6 standard deviations; null where nothing varies. */
export function normalDensityOf(mean: number, variance: number, points = 241): WalkDensity | null {
  const deviation = Math.sqrt(variance);
  if (!(deviation > 1e-9)) return null;
  const u = (i: number) => shownDeviations * ((2 * i) / (points - 1) - 1);
  return {
    lnZ: Float64Array.from({ length: points }, (_, i) => mean + deviation * u(i)),
    density: Float64Array.from({ length: points }, (_, i) => normalDensity(u(i)) / deviation),
  };
}

/**
 * Exact density of ln Z at depth D over living walks, by Fourier inversion of E z^(it) to the power D
 * (linear and ReLU; null elsewhere). Source: docs/MODEL.md, "One step".
 */
export function walkDensity(setting: DensitySetting, points = 241): WalkDensity | null {
  const { nonlinearity, weights, width, depth, gain } = setting;
  const law = stepLaw(nonlinearity, weights, width);
  if (!law || !stepCharacteristic(nonlinearity, weights, width) || law.variance === 0) return null;
  const mean = depth * (2 * Math.log(gain) + law.mean);
  const deviation = Math.sqrt(depth * law.variance);
  const period = periodDeviations * deviation + (width < 24 ? tailPeriod : 0);
  const step = (2 * Math.PI) / period;
  const list = frequencies(setting, mean, step);
  const lnZ = Float64Array.from(
    { length: points },
    (_, i) => mean + deviation * shownDeviations * ((2 * i) / (points - 1) - 1),
  );
  const density = lnZ.map((x) => {
    let sum = 0.5;
    for (const [j, { modulus, phase }] of list.entries()) {
      sum += modulus * Math.cos(phase - (j + 1) * step * (x - mean));
    }
    return Math.max(0, (sum * step) / Math.PI);
  });
  return { lnZ, density };
}
