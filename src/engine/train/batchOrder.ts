import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';

/** Indices of the samples of each mini-batch: every epoch is a new permutation, and a function of seed and step alone. */
export interface BatchOrder {
  /** The samples of a step, [batch]. */
  indices(step: number): Uint32Array;
}

/** Shuffled 0..count-1 of an epoch (Fisher and Yates). */
function permutation(key: number, epoch: number, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const uniform = createUniforms(key, epoch, count);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(uniform() * (i + 1));
    const moved = order[i] ?? 0;
    order[i] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}

/** Mini-batches of `batch` samples out of `count`; one that passes the end of an epoch goes on in the next. */
export function createBatchOrder(seed: number, count: number, batch: number): BatchOrder {
  const key = streamKey(seed, 'order');
  let known: { epoch: number; order: Uint32Array } = { epoch: -1, order: new Uint32Array() };
  function at(position: number): number {
    const epoch = Math.floor(position / count);
    if (known.epoch !== epoch) known = { epoch, order: permutation(key, epoch, count) };
    return known.order[position % count] ?? 0;
  }
  return { indices: (step) => Uint32Array.from({ length: batch }, (_, i) => at(step * batch + i)) };
}
