import { type Tensor, tensor2d, type Variable, variable } from '@tensorflow/tfjs-core';
import { matrixCount, type NetworkShape, type NetworkWeights } from '#engine/train/network.ts';
import type { NetworkTensors } from './networkTensors.ts';

/**
 * The trained tensors. A layer has variables of its own: cut out of one tensor of all layers, each would cost a copy of
 * all on TensorFlow.js's WebAssembly backend.
 */
export type NetworkVariables = NetworkTensors<Variable>;

/** Weights as variables on the active backend; the caller disposes of them. */
export function createVariables(shape: NetworkShape, weights: NetworkWeights): NetworkVariables {
  const { inputs, width, outputs } = shape;
  function of(name: keyof NetworkWeights, rows: number, columns: number, layer = 0): Variable {
    const size = rows * columns;
    const values = tensor2d(weights[name].subarray(layer * size, (layer + 1) * size), [rows, columns]);
    const made = variable(values);
    values.dispose();
    return made;
  }
  const layers = Array.from({ length: matrixCount(shape) }, (_, layer) => layer);
  return {
    input: of('input', inputs, width),
    inputBias: of('inputBias', 1, width),
    hidden: layers.map((layer) => of('hidden', width, width, layer)),
    hiddenBias: layers.map((layer) => of('hiddenBias', 1, width, layer)),
    output: of('output', width, outputs),
    outputBias: of('outputBias', 1, outputs),
  };
}

/** All trained tensors, from the input on. */
export const variableList = (variables: NetworkVariables): Variable[] => Object.values(variables).flat();

/** Numbers in the shape of a network as tensors, in the order of `variableList`; the caller disposes of them. */
export function networkTensors(shape: NetworkShape, weights: NetworkWeights): Tensor[] {
  return variableList(createVariables(shape, weights));
}

/** Reads the numbers of a network, or of what belongs to each of its variables. */
export async function readNetwork(
  variables: NetworkVariables,
  tensorOf: (variable: Variable) => Tensor,
): Promise<NetworkWeights> {
  async function of(parts: readonly Variable[]): Promise<Float32Array> {
    const whole = new Float32Array(parts.reduce((sum, { size }) => sum + size, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(await tensorOf(part).data(), at);
      at += part.size;
    }
    return whole;
  }
  return {
    input: await of([variables.input]),
    inputBias: await of([variables.inputBias]),
    hidden: await of(variables.hidden),
    hiddenBias: await of(variables.hiddenBias),
    output: await of([variables.output]),
    outputBias: await of([variables.outputBias]),
  };
}
