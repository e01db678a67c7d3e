import { type NetworkShape, parameterCount } from './network.ts';
import type { OptimizerName } from './optimizer.ts';

/** Copies of the weights that training holds: themselves, a gradient, the optimiser's moments. */
const copies: Readonly<Record<OptimizerName, number>> = { sgd: 2, momentum: 3, adam: 4 };

/** The largest single array of a network in training, and all of them, in bytes. */
export function memoryNeed(shape: NetworkShape, optimizer: OptimizerName, batch: number) {
  const { depth, width, residual, norm } = shape;
  const weights = 4 * parameterCount(shape);
  const signals = 4 * (depth + 1) * batch * width;
  const moments = optimizer === 'adam' ? 2 * weights : weights;
  // Gradients of the stream beside those of the branches, and what a normalisation's gradient needs.
  const further = ((residual > 0 ? 1 : 0) + (norm === 'none' ? 0 : 1)) * signals;
  return {
    largest: Math.max(moments, signals, further),
    whole: copies[optimizer] * weights + 3 * signals + further,
  };
}

/** The largest depth whose network fits into `mostBytes` for one array, at least 1. */
export function fittingDepth(
  shape: NetworkShape,
  optimizer: OptimizerName,
  batch: number,
  mostBytes: number,
): number {
  let [low, high] = [1, shape.depth];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (memoryNeed({ ...shape, depth: middle }, optimizer, batch).largest <= mostBytes) low = middle;
    else high = middle - 1;
  }
  return low;
}
