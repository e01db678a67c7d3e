import type { Trainer, TrainStep } from '#engine/train/trainer.ts';

/** How long a way is timed at least: an engine makes fast code of kernels in their first milliseconds. */
const timedMs = 40;

/** Time of a step of a new trainer, ms: the shortest share of batches of steps that double, after a first that does not count. */
export async function stepMs(
  start: () => Promise<Trainer>,
  probe: TrainStep,
  now = () => performance.now(),
): Promise<number> {
  const trainer = await start();
  try {
    await trainer.train([probe]);
    const began = now();
    let best = Number.POSITIVE_INFINITY;
    for (let count = 1; now() - began < timedMs; count = Math.min(2 * count, trainer.mostSteps)) {
      const before = now();
      await trainer.train(Array.from({ length: count }, () => probe));
      best = Math.min(best, (now() - before) / count);
    }
    return best;
  } finally {
    trainer.dispose();
  }
}
