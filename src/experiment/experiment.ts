import type { DataName, OptimizerName, Task } from '#engine/train/protocol.ts';
import type { BackendChoice, Ensemble, Sampler, Scaling } from '#engine/walk/protocol.ts';
import type { GainChoice } from '#experiment/codecs/gainCodec.ts';
import type { Widths } from '#experiment/codecs/widthsCodec.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Pass } from '#theory/pass.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

export const viewNames = ['walk', 'train', 'scale', 'learn'] as const;
export type View = (typeof viewNames)[number];

export const themeNames = ['system', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themeNames)[number];

/** The questions of the scale view, each a list of experiments. */
export const sweepNames = ['gain', 'width', 'map', 'budget', 'mean', 'widths', 'error'] as const;
export type SweepName = (typeof sweepNames)[number];

/** `auto` follows the browser. */
export const languageNames = ['auto', 'en', 'de'] as const;
export type Language = (typeof languageNames)[number];

/** What a link may hide from a class. */
export const hideableNames = [
  'f',
  'depth',
  'width',
  'gain',
  'weights',
  'pass',
  'ensemble',
  'sampler',
  'walks',
  'input',
  'bias',
  'residual',
  'seed',
  'data',
  'task',
  'rate',
  'optimizer',
  'momentum',
  'batch',
  'steps',
  'decay',
  'outgain',
  'sweep',
  'budget',
  'widths',
  'scaling',
  'run',
  'tabs',
  'theme',
  'share',
  'badge',
  'sentence',
  'readouts',
  'variance',
  'end',
  'table',
] as const;
export type Hideable = (typeof hideableNames)[number];

/** Everything the user chose, named as in the link. Ranges, defaults and meanings: `parameters.ts`. */
export interface Experiment {
  readonly v: number;
  readonly view: View;
  readonly f: Nonlinearity;
  readonly depth: number;
  readonly width: number;
  readonly gain: GainChoice;
  readonly weights: WeightLaw;
  readonly pass: Pass;
  readonly ensemble: Ensemble;
  readonly sampler: Sampler;
  readonly walks: number;
  readonly input: number;
  readonly bias: number;
  /** alpha of the residual branches h + alpha f(..); 0 for a plain network. */
  readonly residual: number;
  readonly seed: number;
  readonly data: DataName;
  readonly task: Task;
  readonly batch: number;
  readonly rate: number;
  readonly momentum: number;
  readonly optimizer: OptimizerName;
  readonly decay: number;
  readonly steps: number;
  readonly outgain: number;
  readonly sweep: SweepName;
  readonly widths: Widths;
  readonly scaling: Scaling;
  readonly budget: number;
  readonly lesson: number;
  readonly backend: BackendChoice;
  readonly theme: Theme;
  readonly lang: Language;
  readonly embed: number;
  readonly hide: readonly Hideable[];
  readonly run: number;
}

export type ParameterKey = keyof Experiment;
