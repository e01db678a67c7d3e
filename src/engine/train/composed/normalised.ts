import { add, mean, mul, rsqrt, square, sub, type Tensor2D } from '@tensorflow/tfjs-core';
import { normEpsilon } from '#engine/train/normEpsilon.ts';
import type { Norm } from '#theory/norm.ts';

/** Activations as a matrix reads them, [count, width]: as they are, over their root mean square, or over their deviation once their mean is taken off. */
export function normalised(h: Tensor2D, norm: Norm): Tensor2D {
  if (norm === 'none') return h;
  const centred: Tensor2D = norm === 'layer' ? sub(h, mean(h, 1, true)) : h;
  return mul(centred, rsqrt(add(mean(square(centred), 1, true), normEpsilon)));
}
