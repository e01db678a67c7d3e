import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import type { TheoryKind } from '#run/sweeps/pointTheory.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { linkGain } from '#run/sweeps/sweptGains.ts';
import type { Norm } from '#theory/norm.ts';
import { walkTheory } from '#theory/walkTheory.ts';

/** A network that is said to keep its gradient. */
interface CureRules {
  /** alpha of its branches at a depth; 0 for none. */
  readonly residual: (depth: number) => number;
  readonly norm: Norm;
}

const none = () => 0;
const whole = () => 1;

/** By the keys of their words; the plain network first, which has its gain alone. */
const rules = {
  plain: { residual: none, norm: 'none' },
  residual: { residual: whole, norm: 'none' },
  scaled: { residual: (depth) => Number((1 / Math.sqrt(depth)).toPrecision(6)), norm: 'none' },
  rms: { residual: none, norm: 'rms' },
  layer: { residual: none, norm: 'layer' },
  streamRms: { residual: whole, norm: 'rms' },
  streamLayer: { residual: whole, norm: 'layer' },
} as const satisfies Readonly<Record<string, CureRules>>;

export type Cure = keyof typeof rules;

// Keys of a literal are its own names.
export const cures = Object.keys(rules) as readonly Cure[];

/** About three depths every two decades. */
export const cureDepths = [1, 3, 10, 30, 100, 300, 1000];
export const deepest = 1000;

/** Real matrices make about this many weights a point: half a second on a processor. */
const mostWeights = 1.5e7;
/** A matrix-free unit of a branch or a norm costs about as much as so many weights; of a plain layer, next to nothing. */
const weightsPerUnit = 10;
/** Of a line that is read over decades; its error bars say how sure it is. */
const fewestWalks = 4;

/** A network of a depth with its cure, by matrices where nothing else has its law. */
export function curePoint(
  experiment: Experiment,
  found: FoundGains,
  index: number,
  cure: Cure,
  depth: number,
): WalkPoint {
  const { norm } = rules[cure];
  const residual = rules[cure].residual(depth);
  const swept = { ...sweptExperiment(experiment), residual, norm };
  const isFree = matrixReason(swept) === null;
  const perUnit = isFree ? weightsPerUnit : swept.width;
  const affordable = Math.max(fewestWalks, Math.floor(mostWeights / (depth * swept.width * perUnit)));
  const walks = cure === 'plain' && isFree ? swept.walks : Math.min(swept.walks, affordable);
  // One gain for all, as the plain network has it at the greatest depth.
  const gain = linkGain(resolvedGain({ ...sweptExperiment(experiment), depth: deepest }, found));
  const sampler = isFree ? 'free' : 'matrices';
  return walkPoint(experiment, found, index, { depth, residual, norm, gain, sampler, walks });
}

/** What theory says of ln Z over a whole network. */
interface CureTheory {
  readonly kind: TheoryKind;
  readonly mean: number;
}

/** The mean of ln Z in a network like a point's, of another depth and alpha; null where no theory holds, or none has arrived. */
function theoryAt({ experiment, settings }: WalkPoint, depth: number, residual: number): CureTheory | null {
  const { gain, norm } = settings;
  const setting = { ...gainSetting(experiment), depth, gain, residual, norm, pass: 'backward' } as const;
  const { kind, mean } = walkTheory(setting);
  const end = mean[depth] ?? Number.NaN;
  if (!Number.isFinite(end) || kind === 'new-matrices') return null;
  if (kind !== 'mean-field') return { kind, mean: end };
  // Branches without a norm are known in infinite width; a plain network is held to no mean field.
  return residual > 0 ? { kind: 'leading-order', mean: end } : null;
}

/** Theory of a point. */
export const cureTheory = oncePer((point: WalkPoint): CureTheory | null =>
  theoryAt(point, point.settings.depth, point.settings.residual),
);

/** Theory of a network like a point's at another depth. */
export const cureTheoryAt = (point: WalkPoint, cure: Cure, depth: number): CureTheory | null =>
  theoryAt(point, depth, rules[cure].residual(depth));
