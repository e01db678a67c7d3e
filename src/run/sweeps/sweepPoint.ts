import type { TrainSettings } from '#engine/train/trainSettings.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';

/** What every point of a sweep has. */
interface Point {
  /** Equal for equal measurements: decides whether a measured point may be kept. */
  readonly key: string;
  /** The point as an experiment of its own, to be opened by a link. */
  readonly experiment: Experiment;
  /** Expected work, in numbers multiplied; for the remaining time. */
  readonly cost: number;
}

/** A point that is walked. */
export interface WalkPoint extends Point {
  readonly kind: 'walk';
  readonly settings: WalkSettings;
  /** Whether single walks are looked at, and not only their moments. */
  readonly keepsWalks: boolean;
}

/** A point that is trained. */
export interface TrainPoint extends Point {
  readonly kind: 'train';
  readonly settings: TrainSettings;
}

export type SweepPoint = WalkPoint | TrainPoint;

/** With real matrices a point multiplies about this many weights at most: some seconds on a processor. */
const mostWeights = 4e8;
/** The fewest walks that a variance and its error can be taken from. */
const fewestWalks = 30;

/** Work of one walk: real matrices cost N^2 a layer, matrix-free walks N. */
function workOf({ width, depth, sampler, widths }: WalkSettings): number {
  const layers = widths ?? [width];
  const units = layers.reduce((sum, n) => sum + (sampler === 'free' ? n : n * n), 0) / layers.length;
  return depth * units;
}

/** As many walks as were asked for; fewer, with wider error bars, where real matrices would take minutes. */
function affordableWalks({ walks }: Experiment, settings: WalkSettings): number {
  if (settings.sampler === 'free') return walks;
  const affordable = Math.floor(mostWeights / workOf(settings));
  return Math.min(walks, Math.max(fewestWalks, affordable));
}

/** Every point has a seed of its own, so that their errors are independent. */
export function pointSeed(seed: number, index: number): number {
  return (seed + 0x9e3779b9 * (index + 1)) % 2 ** 32;
}

/** What the points of all sweeps of walks have in common: gradients, a plain network of its own for each. */
export function sweptExperiment(experiment: Experiment): Experiment {
  return {
    ...experiment,
    view: 'walk',
    pass: 'backward',
    ensemble: 'networks',
    residual: 0,
    tied: 0,
    norm: 'none',
    run: 1,
  };
}

/** A walked point of a sweep: the sweep's experiment with something changed. */
export function walkPoint(
  swept: Experiment,
  found: FoundGains,
  index: number,
  patch: Partial<Experiment>,
  special: { readonly settings?: Partial<WalkSettings>; readonly keepsWalks?: boolean } = {},
): WalkPoint {
  const changed = { ...sweptExperiment(swept), seed: pointSeed(swept.seed, index), ...patch };
  const asked = { ...walkSettings(changed, found), ...special.settings };
  const walks = affordableWalks(changed, asked);
  const settings = { ...asked, walks };
  return {
    kind: 'walk',
    key: JSON.stringify([changed.backend, settings]),
    experiment: { ...changed, walks },
    settings,
    cost: workOf(settings) * walks,
    keepsWalks: special.keepsWalks ?? false,
  };
}
