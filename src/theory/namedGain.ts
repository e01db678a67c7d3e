import type { GainSetting } from './driftPerLayer.ts';
import { lateTheory, type NamedGain } from './lateTheory.ts';
import { narrowest } from './narrowest.ts';
import { leakySlope, type Nonlinearity } from './nonlinearity.ts';
import { stepLaw } from './stepLaw.ts';

export const gainNames = ['auto', 'paper', 'he', 'lecun', 'wrong'] as const;
export type GainName = (typeof gainNames)[number];

/** Slope below zero of the piecewise linear f, for He's rule. */
const lowerSlopes: Partial<Record<Nonlinearity, number>> = { linear: 1, relu: 0, leaky: leakySlope };

const paperFormulas: Partial<Record<Nonlinearity, (width: number) => number>> = {
  linear: (width) => Math.exp(1 / (2 * width)),
  relu: (width) => Math.SQRT2 * Math.exp(1.2 / (Math.max(width, 6) - 2.4)),
};

function unbiasedGain(setting: GainSetting): NamedGain {
  const { nonlinearity, weights, width } = setting;
  const exact = stepLaw(nonlinearity, weights, width);
  const law = exact ?? stepLaw(nonlinearity, 'gaussian', width);
  if (!law) return lateTheory()?.gain(setting) ?? { value: 1, kind: 'approximate' };
  const nearly = width < narrowest ? 'approximate' : 'order-1/N';
  return { value: Math.exp(-law.mean / 2), kind: exact ? 'exact' : nearly };
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
 * The value of a named gain (docs/MODEL.md, "Gains"). `auto` is g*, exact where the step law is, else the
 * zero of the theory of finite width where one holds, else of mean field's drift; `wrong` is g*\/sqrt(N), the variance 1/N read as a standard deviation.
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
