import { AdamOptimizer, MomentumOptimizer, type NamedTensorMap, SGDOptimizer } from '@tensorflow/tfjs-core';
import type { OptimizerName } from '#engine/train/protocol.ts';
import { adamEpsilon, adamFirstMoment, adamSecondMoment, type StepTuning } from '#engine/train/trainer.ts';

/** A TensorFlow.js optimiser whose constants may change from step to step. */
export interface ComposedOptimizer {
  apply(gradients: NamedTensorMap, tuning: StepTuning): Promise<void>;
  dispose(): void;
}

const listed = (gradients: NamedTensorMap) =>
  Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));

/** TensorFlow.js fixes Adam's constants at birth; here they follow the controls. */
class TunableAdam extends AdamOptimizer {
  tune({ rate, momentum }: StepTuning): void {
    this.learningRate = rate;
    this.beta1 = adamFirstMoment(momentum);
  }
}

function adam(): ComposedOptimizer {
  let optimizer: TunableAdam | null = null;
  return {
    async apply(gradients, tuning) {
      optimizer ??= new TunableAdam(
        tuning.rate,
        adamFirstMoment(tuning.momentum),
        adamSecondMoment,
        adamEpsilon,
      );
      optimizer.tune(tuning);
      optimizer.applyGradients(listed(gradients));
    },
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
function momentum(): ComposedOptimizer {
  let current: { readonly optimizer: MomentumOptimizer; readonly momentum: number } | null = null;
  async function optimizerFor({ rate, momentum }: StepTuning): Promise<MomentumOptimizer> {
    if (current?.momentum === momentum) return current.optimizer;
    const optimizer = new DisposableMomentum(rate, momentum);
    if (current) {
      const kept = await current.optimizer.getWeights();
      await optimizer.setWeights(kept);
      // The first is the count of iterations, made for this call.
      kept[0]?.tensor.dispose();
      current.optimizer.dispose();
    }
    current = { optimizer, momentum };
    return optimizer;
  }
  return {
    async apply(gradients, tuning) {
      const optimizer = await optimizerFor(tuning);
      optimizer.setLearningRate(tuning.rate);
      optimizer.applyGradients(listed(gradients));
    },
    dispose: () => current?.optimizer.dispose(),
  };
}

function sgd(): ComposedOptimizer {
  const optimizer = new SGDOptimizer(1e-3);
  return {
    async apply(gradients, { rate }) {
      optimizer.setLearningRate(rate);
      optimizer.applyGradients(listed(gradients));
    },
    dispose: () => optimizer.dispose(),
  };
}

/** The optimiser of a name, by `tf.train`'s own classes. The caller disposes of it. */
export function composedOptimizer(name: OptimizerName): ComposedOptimizer {
  return { sgd, momentum, adam }[name]();
}
