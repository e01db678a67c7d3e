import { driftPerLayer, type GainSetting } from './driftPerLayer.ts';
import { monotoneRoot } from './monotoneRoot.ts';
import { leakySlope, type Nonlinearity } from './nonlinearity.ts';
import { stepLaw } from './stepLaw.ts';

export const gainNames = ['auto', 'paper', 'he', 'lecun', 'wrong'] as const;
export type GainName = (typeof gainNames)[number];

export interface NamedGain {
  readonly value: number;
  readonly kind: 'exact' | 'approximate' | 'formula';
  /** Set where the source gives no formula for this nonlinearity; the value is then g*. */
  readonly unavailable?: true;
  /** Set where the drift jumps over zero, so that no gain stops it; the value is the jump's quieter side. */
  readonly jumps?: true;
}

/** Slope below zero of the piecewise linear f, for He's rule. */
const lowerSlopes: Partial<Record<Nonlinearity, number>> = { linear: 1, relu: 0, leaky: leakySlope };

const paperFormulas: Partial<Record<Nonlinearity, (width: number) => number>> = {
  linear: (width) => Math.exp(1 / (2 * width)),
  relu: (width) => Math.SQRT2 * Math.exp(1.2 / (Math.max(width, 6) - 2.4)),
};

/** A drift of ln Z over the whole depth that is no longer called none. */
const noticeable = 0.05;

/** The gain of zero drift; the drift rises with ln g. */
function driftRoot(setting: GainSetting): NamedGain {
  const drift = (logGain: number) => driftPerLayer(setting, Math.exp(logGain));
  const root = monotoneRoot(drift, Math.log(1e-3), Math.log(1e3), 1e-12, 1e-15);
  const [below, above] = [Math.exp(root.below), Math.exp(root.above)];
  const rest = (gain: number) => Math.abs(driftPerLayer(setting, gain)) * setting.depth;
  const value = rest(below) < rest(above) ? below : above;
  return { value, kind: 'approximate', ...(rest(value) > noticeable ? { jumps: true } : {}) };
}

function unbiasedGain(setting: GainSetting): NamedGain {
  const { nonlinearity, weights, width, biasDeviation } = setting;
  const exact = stepLaw(nonlinearity, weights, width);
  const law = exact ?? stepLaw(nonlinearity, 'gaussian', width);
  if (!law || biasDeviation > 0) return driftRoot(setting);
  return { value: Math.exp(-law.mean / 2), kind: exact ? 'exact' : 'approximate' };
}

/**
 * The value of a named gain (docs/MODEL.md, "Gains"). `auto` is g*, exact where the step law is and the root of
 * the mean-field drift otherwise; `wrong` is g*\/sqrt(N), the variance 1/N read as a standard deviation.
 */
export function namedGain(name: GainName, setting: GainSetting): NamedGain {
  const { nonlinearity, width } = setting;
  switch (name) {
    case 'lecun':
      return { value: 1, kind: 'formula' };
    case 'he':
      return { value: Math.sqrt(2 / (1 + (lowerSlopes[nonlinearity] ?? 0) ** 2)), kind: 'formula' };
    case 'paper': {
      const formula = paperFormulas[nonlinearity];
      return formula
        ? { value: formula(width), kind: 'formula' }
        : { ...unbiasedGain(setting), unavailable: true };
    }
    case 'wrong': {
      const { value, kind } = unbiasedGain(setting);
      return { value: value / Math.sqrt(width), kind };
    }
    case 'auto':
      return unbiasedGain(setting);
  }
}
