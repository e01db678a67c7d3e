import type { WalkSettings } from '#engine/walk/protocol.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { plainWalk } from '../../plainWalk.ts';

/** Numbers in [0, 1) by Park and Miller's generator. */
function uniformNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** What the survey may draw: the deepest and the widest network. */
interface SurveyLimits {
  readonly depth: number;
  readonly width: number;
}

/** Networks drawn from the whole range of every setting, half of them with a gain of the usual kind; the same always. */
export function surveyedSettings(
  count: number,
  limits: SurveyLimits,
  walks: number,
  seed = 20_141_222,
): readonly WalkSettings[] {
  const next = uniformNumbers(seed);
  const integer = (most: number) => 1 + Math.floor(most * next());
  const spread = (low: number, high: number) => low * (high / low) ** next();
  return Array.from({ length: count }, (_, i) => ({
    ...plainWalk,
    sampler: 'free',
    nonlinearity: nonlinearityNames[Math.floor(9 * next())] ?? 'linear',
    depth: integer(limits.depth),
    width: integer(limits.width),
    gain: next() < 0.5 ? spread(0.5, 3) : spread(0.001, 1000),
    biasDeviation: next() < 0.5 ? 0 : spread(0.001, 10),
    inputScale: spread(0.001, 1000),
    weights: next() < 0.25 ? 'orthogonal' : 'gaussian',
    pass: passNames[i % 3] ?? 'backward',
    seed: i + 1,
    walks,
  }));
}
