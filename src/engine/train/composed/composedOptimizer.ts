import {
  AdamOptimizer,
  MomentumOptimizer,
  type NamedTensorMap,
  type Optimizer,
  SGDOptimizer,
  scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import { adamEpsilon, adamFirstMoment, adamSecondMoment, type StepTuning } from '#engine/train/trainer.ts';

/** A moment of every variable, in the variables' order: what an optimiser keeps. */
export type Moments = readonly (readonly Tensor[])[];

/** A TensorFlow.js optimiser whose constants may change from step to step. */
export interface ComposedOptimizer {
  apply(gradients: NamedTensorMap, tuning: StepTuning): Promise<void>;
  /** The moments now; they stay the optimiser's. */
  moments(): Promise<Moments>;
  dispose(): void;
}

/** What an optimiser starts from. */
interface Start {
  readonly variables: readonly Variable[];
  /** Its numbers are taken over; empty for an optimiser that has seen no step. */
  readonly moments: Moments;
  readonly updates: number;
}

/** Gradients in the variables' order: TensorFlow.js finds its moments by their place. */
const listed = ({ variables }: Start, gradients: NamedTensorMap) =>
  variables.map(({ name }) => {
    const tensor = gradients[name];
    if (!tensor) throw new Error(`No gradient for ${name}.`);
    return { name, tensor };
  });

/** Hands moments to an optimiser of TensorFlow.js, in its own form: first the count of updates, then the moments. */
async function restore(optimizer: Optimizer, moments: Moments, updates: number): Promise<void> {
  if (moments.length === 0) return;
  const iterations = scalar(updates, 'int32');
  const named = moments.flatMap((moment) => moment.map((tensor, i) => ({ name: `moment ${i}`, tensor })));
  await optimizer.setWeights([{ name: 'iter', tensor: iterations }, ...named]);
  iterations.dispose();
}

/** The moments that an optimiser of TensorFlow.js keeps, `count` of every variable. */
async function momentsOf(optimizer: Optimizer | null, count: number, size: number): Promise<Moments> {
  if (!optimizer) return [];
  const [iterations, ...tensors] = (await optimizer.getWeights()).map(({ tensor }) => tensor);
  iterations?.dispose();
  if (tensors.length < count * size) return [];
  return Array.from({ length: count }, (_, i) => tensors.slice(i * size, (i + 1) * size));
}

/** TensorFlow.js fixes Adam's constants at birth; here they follow the controls. */
class TunableAdam extends AdamOptimizer {
  tune({ rate, momentum }: StepTuning): void {
    this.learningRate = rate;
    this.beta1 = adamFirstMoment(momentum);
  }
}

function adam(start: Start): ComposedOptimizer {
  let optimizer: TunableAdam | null = null;
  async function optimizerFor({ rate, momentum }: StepTuning): Promise<TunableAdam> {
    if (optimizer) return optimizer;
    optimizer = new TunableAdam(rate, adamFirstMoment(momentum), adamSecondMoment, adamEpsilon);
    await restore(optimizer, start.moments, start.updates);
    return optimizer;
  }
  return {
    async apply(gradients, tuning) {
      const used = await optimizerFor(tuning);
      used.tune(tuning);
      used.applyGradients(listed(start, gradients));
    },
    moments: () => momentsOf(optimizer, 2, start.variables.length),
    dispose: () => optimizer?.dispose(),
  };
}

/** TensorFlow.js forgets to dispose of the tensor that holds a momentum optimiser's rate. */
class DisposableMomentum extends MomentumOptimizer {
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}

/** `setMomentum` does not reach the tensor that is used, so a changed momentum is a new optimiser with the old velocities. */
function momentum(start: Start): ComposedOptimizer {
  let current: { readonly optimizer: MomentumOptimizer; readonly momentum: number } | null = null;
  const momentsNow = () => momentsOf(current?.optimizer ?? null, 1, start.variables.length);
  async function optimizerFor({ rate, momentum }: StepTuning): Promise<MomentumOptimizer> {
    if (current?.momentum === momentum) return current.optimizer;
    const optimizer = new DisposableMomentum(rate, momentum);
    await restore(optimizer, current ? await momentsNow() : start.moments, start.updates);
    current?.optimizer.dispose();
    current = { optimizer, momentum };
    return optimizer;
  }
  return {
    async apply(gradients, tuning) {
      const optimizer = await optimizerFor(tuning);
      optimizer.setLearningRate(tuning.rate);
      optimizer.applyGradients(listed(start, gradients));
    },
    moments: momentsNow,
    dispose: () => current?.optimizer.dispose(),
  };
}

function sgd(start: Start): ComposedOptimizer {
  const optimizer = new SGDOptimizer(1e-3);
  return {
    async apply(gradients, { rate }) {
      optimizer.setLearningRate(rate);
      optimizer.applyGradients(listed(start, gradients));
    },
    moments: async () => [],
    dispose: () => optimizer.dispose(),
  };
}

/** The optimiser of a name, by `tf.train`'s own classes. The caller disposes of it, and of what it starts from. */
export function composedOptimizer(name: OptimizerName, start: Start): ComposedOptimizer {
  return { sgd, momentum, adam }[name](start);
}
