import type { Checkpoint } from '#engine/train/checkpoint.ts';
import type { Tensor } from './safetensors.ts';

type Weights = Checkpoint['state']['weights'];

/** How large a network is. */
export interface NetworkSize {
  readonly inputs: number;
  readonly width: number;
  readonly outputs: number;
  /** Hidden matrices: as many as layers, or one where they are tied. */
  readonly matrices: number;
}

/** A matrix with rows for columns, [rows, columns] to [columns, rows]. */
function turned(values: Float32Array, rows: number, columns: number): Float32Array {
  const made = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      made[column * rows + row] = values[row * columns + column] ?? 0;
  return made;
}

/** Where each layer of a network lies in its weights, from the input on. */
function layersOf({ inputs, width, outputs, matrices }: NetworkSize) {
  const hidden = Array.from({ length: matrices }, (_, at) => ({
    part: ['hidden', 'hiddenBias'] as const,
    from: width,
    to: width,
    at,
  }));
  return [
    { part: ['input', 'inputBias'] as const, from: inputs, to: width, at: 0 },
    ...hidden,
    { part: ['output', 'outputBias'] as const, from: width, to: outputs, at: 0 },
  ];
}

/** A network's numbers as PyTorch has them: `layers.0.weight` [out, in] and `layers.0.bias`, from the input on. */
export function layerTensors(weights: Weights, size: NetworkSize, prefix: string): [string, Tensor][] {
  return layersOf(size).flatMap(({ part: [matrix, bias], from, to, at }, layer): [string, Tensor][] => {
    const values = turned(weights[matrix].subarray(at * from * to, (at + 1) * from * to), from, to);
    return [
      [`${prefix}layers.${layer}.weight`, { shape: [to, from], values }],
      [`${prefix}layers.${layer}.bias`, { shape: [to], values: weights[bias].slice(at * to, (at + 1) * to) }],
    ];
  });
}

/** The network of some tensors; null where one is missing, of another shape, or not finite. */
export function weightsOf(
  tensors: ReadonlyMap<string, Tensor>,
  size: NetworkSize,
  prefix: string,
): Weights | null {
  const { inputs, width, outputs, matrices } = size;
  const made = {
    input: new Float32Array(inputs * width),
    inputBias: new Float32Array(width),
    hidden: new Float32Array(matrices * width * width),
    hiddenBias: new Float32Array(matrices * width),
    output: new Float32Array(width * outputs),
    outputBias: new Float32Array(outputs),
  };
  for (const [layer, { part, from, to, at }] of layersOf(size).entries()) {
    const [matrix, bias] = part;
    const weight = tensors.get(`${prefix}layers.${layer}.weight`);
    const biases = tensors.get(`${prefix}layers.${layer}.bias`);
    if (weight?.shape.join() !== `${to},${from}` || biases?.shape.join() !== `${to}`) return null;
    if (![weight, biases].every(({ values }) => values.every(Number.isFinite))) return null;
    made[matrix].set(turned(weight.values, to, from), at * from * to);
    made[bias].set(biases.values, at * to);
  }
  return made;
}
