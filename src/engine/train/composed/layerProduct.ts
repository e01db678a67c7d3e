import { customGrad, getBackend, matMul, type Tensor, type Tensor2D, transpose } from '@tensorflow/tfjs-core';

/**
 * The same product with its gradient written out: TensorFlow.js's WebAssembly backend multiplies quickly only what is
 * not to be transposed on the way, and packs the right-hand factor, so that one is kept the smaller.
 */
const transposedFirst = customGrad((...given) => {
  // The last argument is not a tensor; the types know neither that nor the tensors' ranks.
  const [h, weights, save] = given as unknown as [Tensor2D, Tensor2D, (saved: Tensor[]) => void];
  save([h, weights]);
  return {
    value: matMul(h, weights),
    gradFunc: (dy: Tensor, [savedH, savedWeights]: Tensor[]) => [
      transpose(matMul(savedWeights as Tensor2D, transpose(dy as Tensor2D))),
      matMul(transpose(savedH as Tensor2D), dy as Tensor2D),
    ],
  };
});

/** h W, [count, from] times [from, to], with its gradient in the way that suits the active backend. */
export function layerProduct(h: Tensor2D, weights: Tensor): Tensor2D {
  const matrix = weights as Tensor2D;
  return getBackend() === 'wasm' ? (transposedFirst(h, matrix) as Tensor2D) : matMul(h, matrix);
}
