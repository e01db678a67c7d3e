import type { DataName } from '#engine/data/dataNames.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import type { OptimizerName } from './optimizer.ts';
import type { Task } from './task.ts';

/** What may change while a run goes on; everything else begins a new one. */
export interface Tuning {
  /** Learning rate at step 0; `auto` where the run finds its own and keeps it safe. */
  readonly rate: number | 'auto';
  /** Share of the last update that is kept, 0..0.999; of the gradient's mean for Adam, where 0 means its usual 0.9. */
  readonly momentum: number;
  /** How many steps the run has. */
  readonly steps: number;
  /** Steps a second at most; 0 for as fast as it goes. */
  readonly speed: number;
}

/** Everything a training run depends on, as numbers: the gain is resolved, nothing is `auto`. */
export interface TrainSettings extends Tuning {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  /** D: hidden weight matrices, 1..1000, as in the walk. */
  readonly depth: number;
  /** N, 1..1024. */
  readonly width: number;
  readonly gain: number;
  /** s: standard deviation of the pre-activations a_0 at initialisation. */
  readonly inputScale: number;
  readonly biasDeviation: number;
  /** 1 where all hidden layers share one matrix and one vector of biases; else 0. */
  readonly tied: number;
  /** alpha of residual branches, 0..10; 0 for none. */
  readonly residual: number;
  /** What is done to activations before a matrix reads them. */
  readonly norm: Norm;
  readonly outputGain: number;
  readonly seed: number;
  readonly data: DataName;
  /** Which of the user's own sets (`data/ownIdentity.ts`); empty for none. */
  readonly own: string;
  readonly task: Task;
  /** Samples of a mini-batch, 1..1024. */
  readonly batch: number;
  readonly optimizer: OptimizerName;
  /** Factor of the learning rate in 1000 steps. */
  readonly decay: number;
}
