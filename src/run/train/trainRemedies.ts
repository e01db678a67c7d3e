import { driftAt } from '#experiment/derived/driftCurve.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import { trainOutcome } from './trainFacts.ts';
import type { TrainRecord } from './trainRecord.ts';

/** A change that should help a run that failed. */
export type Remedy =
  | { readonly kind: 'gain'; readonly gain: number; readonly change: Partial<Experiment> }
  | { readonly kind: 'rate'; readonly change: Partial<Experiment> }
  | { readonly kind: 'branches'; readonly alpha: number; readonly change: Partial<Experiment> };

/** ln Z over the whole depth beyond which the network, not a learning rate, is to blame: the first layers' gradients are off by 150. */
const wildDrift = 10;
/** Plain networks from about here on are hard to train at any gain. */
const deepPlain = 20;
/** A run is not called stuck before. */
const fewestSteps = 50;
/** A run whose loss stayed above this share of what a constant answer costs has learned nothing of its inputs. */
const stuckShare = 0.97;

/** A network's drift over its depth, where its law is known: one matrix in all layers has a rate of its own. */
function knownDrift(experiment: Experiment, found: FoundGains): number | null {
  if (experiment.tied === 1) return null;
  return driftAt(experiment, resolvedGain(experiment, found)) * experiment.depth;
}

/** g*, where it is another gain and stops the drift: with branches or a normalisation no gain does, and tied networks have a rate each. */
function gainRemedy(experiment: Experiment, found: FoundGains): Remedy | null {
  const { tied, residual, norm } = experiment;
  if (tied === 1 || residual > 0 || norm !== 'none') return null;
  const best = namedGains(experiment, found).auto.value;
  const isOff = Math.abs(Math.log(resolvedGain(experiment, found) / best)) > 1e-6;
  return isOff ? { kind: 'gain', gain: best, change: { gain: 'auto' } } : null;
}

/** Branches that keep the stream's growth at any depth, and a normalisation that takes the gain out of the game; null where both are there. */
function branchRemedy({ depth, residual, norm }: Experiment): Remedy | null {
  const alpha = Number((1 / Math.sqrt(depth)).toPrecision(4));
  if (residual > 0 && residual <= alpha && norm === 'rms') return null;
  return { kind: 'branches', alpha, change: { residual: alpha, norm: 'rms' } };
}

/** A rate that the run finds for itself, where it was given one. */
const rateRemedy = ({ rate }: Experiment): Remedy | null =>
  rate === 'auto' ? null : { kind: 'rate', change: { rate: 'auto' } };

const present = (remedies: readonly (Remedy | null)[]): readonly Remedy[] =>
  remedies.filter((remedy) => remedy !== null);

/** What may be changed after a run left float32, likeliest first: the network where it drifts or broke at once, otherwise the learning rate. */
function afterDivergence(experiment: Experiment, step: number, found: FoundGains): readonly Remedy[] {
  const drift = knownDrift(experiment, found);
  const rate = present([rateRemedy(experiment)]);
  const isTame = step > 0 && drift !== null && Math.abs(drift) <= wildDrift;
  if (isTame && rate.length > 0) return rate;
  const network = present([gainRemedy(experiment, found), branchRemedy(experiment)]);
  if (network.length === 0) return rate;
  return step > 0 && drift === null ? [...rate, ...network] : network;
}

/** A first loss beyond so many times what guessing costs is the outputs' size, not what the network does not know yet. */
const outsized = 10;

/** How many times what guessing costs the first loss was, where outputs begin far too large and the loss has not come down to guessing since; otherwise null. */
export function outsizedStart(record: TrainRecord): number | null {
  const { started, step, losses } = record;
  if (!started || step === 0) return null;
  const factor = (losses[0] ?? 0) / started.constantLoss;
  const isDown = (trainOutcome(record)?.loss ?? 0) <= started.constantLoss;
  return factor > outsized && !isDown ? factor : null;
}

/** Whether a run has ended without having learned more than a constant answer knows. */
export function isStuck(record: TrainRecord): boolean {
  const { done, diverged, step, started } = record;
  if (!done || diverged || step < fewestSteps || !started) return false;
  const outcome = trainOutcome(record);
  return outcome !== null && outcome.loss > stuckShare * started.constantLoss;
}

/** What may be changed after a run failed, or where it begins with far too large outputs, likeliest first; empty where nothing is known to help. */
export function trainRemedies(record: TrainRecord, found: FoundGains): readonly Remedy[] {
  const { experiment, diverged } = record;
  if (diverged) return afterDivergence(experiment, diverged.step, found);
  const isOutsized = outsizedStart(record) !== null;
  if (!isOutsized && !isStuck(record)) return [];
  const drift = knownDrift(experiment, found);
  const isWild = drift !== null && Math.abs(drift) > wildDrift;
  const isDeep = isWild || isOutsized || experiment.depth >= deepPlain;
  return present([isWild ? gainRemedy(experiment, found) : null, isDeep ? branchRemedy(experiment) : null]);
}
