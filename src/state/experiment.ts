import type { BackendChoice, Ensemble } from '#engine/protocol.ts';
import type { DataName, OptimizerName, Task } from '#engine/trainProtocol.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Pass } from '#theory/pass.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import type { GainChoice } from './gainCodec.ts';

export const viewNames = ['walk', 'train'] as const;
export type View = (typeof viewNames)[number];

export const themeNames = ['system', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themeNames)[number];

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
  readonly walks: number;
  readonly input: number;
  readonly bias: number;
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
  readonly backend: BackendChoice;
  readonly theme: Theme;
  readonly run: number;
}

export type ParameterKey = keyof Experiment;
