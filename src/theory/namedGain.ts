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
  /** Set where no gain stops the drift, for it jumps over zero or stays below; the value is the one that leaves the least. */
  readonly drifts?: true;
}

/** Slope below zero of the piecewise linear f, for He's rule. */
const lowerSlopes: Partial<Record<Nonlinearity, number>> = { linear: 1, relu: 0, leaky: leakySlope };

const paperFormulas: Partial<Record<Nonlinearity, (width: number) => number>> = {
  linear: (width) => Math.exp(1 / (2 * width)),
  relu: (width) => Math.SQRT2 * Math.exp(1.2 / (Math.max(width, 6) - 2.4)),
};

/** A drift of ln Z over the whole depth that is no longer called none. */
const noticeable = 0.05;

/** Gains are sought between 1/most and most. */
const most = 1024;

/**
 * Neighbours in a row of doubled gains between which the drift comes up through zero, the first from gain 1 on. In a
 * narrow network of saturating units the drift falls again behind its peak, so that the far end tells nothing. Where
 * it never comes up, both are the gain of the highest drift.
 */
function crossing(drift: (gain: number) => number): readonly [below: number, above: number] {
  const atOne = drift(1);
  if (atOne >= 0) {
    let above = 1;
    while (above > 1 / most && drift(above / 2) >= 0) above /= 2;
    return [above / 2, above];
  }
  let best = { gain: 1, drift: atOne };
  for (let gain = 2; gain <= most; gain *= 2) {
    const found = drift(gain);
    if (found >= 0) return [gain / 2, gain];
    if (found > best.drift) best = { gain, drift: found };
  }
  return [best.gain, best.gain];
}

/** The gain of zero drift; the smallest, where there are two. */
function driftRoot(setting: GainSetting): NamedGain {
  const drift = (gain: number) => driftPerLayer(setting, gain);
  const [low, high] = crossing(drift);
  const root = monotoneRoot((log) => drift(Math.exp(log)), Math.log(low), Math.log(high), 1e-12, 1e-15);
  const [below, above] = [Math.exp(root.below), Math.exp(root.above)];
  const rest = (gain: number) => Math.abs(drift(gain)) * setting.depth;
  const value = rest(below) < rest(above) ? below : above;
  return { value, kind: 'approximate', ...(rest(value) > noticeable ? { drifts: true } : {}) };
}

function unbiasedGain(setting: GainSetting): NamedGain {
  const { nonlinearity, weights, width, biasDeviation } = setting;
  const exact = stepLaw(nonlinearity, weights, width);
  const law = exact ?? stepLaw(nonlinearity, 'gaussian', width);
  if (!law || biasDeviation > 0) return driftRoot(setting);
  return { value: Math.exp(-law.mean / 2), kind: exact ? 'exact' : 'approximate' };
}

/** The value of a named gain, g* being known. */
function gainByRule(name: GainName, { nonlinearity, width }: GainSetting, best: () => NamedGain): NamedGain {
  switch (name) {
    case 'lecun':
      return { value: 1, kind: 'formula' };
    case 'he':
      return { value: Math.sqrt(2 / (1 + (lowerSlopes[nonlinearity] ?? 0) ** 2)), kind: 'formula' };
    case 'paper': {
      const formula = paperFormulas[nonlinearity];
      return formula ? { value: formula(width), kind: 'formula' } : { ...best(), unavailable: true };
    }
    case 'wrong': {
      const { value, kind } = best();
      return { value: value / Math.sqrt(width), kind };
    }
    case 'auto':
      return best();
  }
}

/**
 * The value of a named gain (docs/MODEL.md, "Gains"). `auto` is g*, exact where the step law is and the root of
 * the mean-field drift otherwise; `wrong` is g*\/sqrt(N), the variance 1/N read as a standard deviation.
 */
export function namedGain(name: GainName, setting: GainSetting): NamedGain {
  return gainByRule(name, setting, () => unbiasedGain(setting));
}

/** Every named gain of a setting; g*, which most of them follow, is worked out once. */
export function everyNamedGain(setting: GainSetting): Readonly<Record<GainName, NamedGain>> {
  const best = unbiasedGain(setting);
  const gain = (name: GainName) => gainByRule(name, setting, () => best);
  return {
    auto: best,
    paper: gain('paper'),
    he: gain('he'),
    lecun: gain('lecun'),
    wrong: gain('wrong'),
  };
}
