import type { DeviceErrors } from '#engine/device/deviceErrors.ts';
import type { Trainer } from '#engine/train/trainer.ts';

/** A trainer that throws, as a `ReasonError`, what its device complained of while it worked. */
export function guardedTrainer(trainer: Trainer, errors: DeviceErrors): Trainer {
  const guarded =
    <A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const result = await work(...given);
      errors.check();
      return result;
    };
  return {
    ...trainer,
    train: guarded(trainer.train),
    evaluate: guarded(trainer.evaluate),
    outputs: guarded(trainer.outputs),
    measure: guarded(trainer.measure),
    gradient: guarded(trainer.gradient),
    signals: guarded(trainer.signals),
    weights: guarded(trainer.weights),
    restore: guarded(trainer.restore),
  };
}
