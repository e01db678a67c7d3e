import { KernelBackend, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { isOfBlocks } from '#theory/isOfBlocks.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import { blockBackward, blockForward } from './blockReference.ts';
import { type MatrixProduct, matrixProduct } from './matrixProduct.ts';
import { stateRows } from './stateRows.ts';
import { dot, drawVector, scaleOf, type WalkRows } from './walkRows.ts';
import { deadIncrement, sourceLayer, type WalkSlice, walkSliceKernel } from './walkSlice.ts';
import { readWalkSliceCall } from './walkSliceCall.ts';

function forwardStep(slice: WalkSlice, rows: WalkRows, walk: number, step: number, multiply: MatrixProduct) {
  const network = slice.sharedNetwork ? 0 : walk;
  const above = step === 0 ? Math.log(slice.inputScale) : (rows.logScales[slice.depth + 1] ?? 0);
  const biased = slice.biasDeviation > 0 && step > 0;
  const logScale = biased ? Math.max(above, 0) : above;
  let a =
    step === 0
      ? drawVector(slice, 'inputs', 0, walk)
      : multiply(
          sourceLayer(slice, step),
          network,
          Float64Array.from(rows.vector.subarray(0, slice.width)),
          false,
        );
  if (biased) {
    const bias = drawVector(slice, 'biases', sourceLayer(slice, step), network);
    const shrink = Math.exp(above - logScale);
    a = a.map((value, i) => value * shrink + (bias[i] ?? 0) * slice.biasDeviation * scaleOf(-logScale));
  }
  const padded = rows.vector.length;
  if (slice.keepsPreActivations) rows.preActivations.set(a, step * padded);
  const s = scaleOf(logScale);
  const { value } = nonlinearities[slice.nonlinearity];
  const h = a.map((x) => value(s * x) / s);
  const square = dot(h, h);
  const halfLog = square > 0 ? 0.5 * Math.log(square / slice.width) : 0;
  rows.vector.set(h.map((x) => (square > 0 ? x / Math.exp(halfLog) : 0)));
  rows.logScales[step] = logScale;
  rows.logScales[slice.depth + 1] = logScale + halfLog;
  return [square > 0 ? 2 * (halfLog + logScale - above) : deadIncrement, 0] as const;
}

function backwardStep(slice: WalkSlice, rows: WalkRows, walk: number, step: number, multiply: MatrixProduct) {
  const network = slice.sharedNetwork ? 0 : walk;
  const layer = slice.depth - step;
  let delta =
    step === 0
      ? drawVector(slice, 'deltas', 0, walk)
      : multiply(
          sourceLayer(slice, layer + 1),
          network,
          Float64Array.from(rows.vector.subarray(0, slice.width)),
          true,
        );
  let dotted = 0;
  if (slice.keepsPreActivations) {
    const padded = rows.vector.length;
    const a = Float64Array.from(rows.preActivations.subarray(layer * padded, layer * padded + slice.width));
    const s = scaleOf(rows.logScales[layer] ?? 0);
    const { slope } = nonlinearities[slice.nonlinearity];
    if (step > 0) delta = delta.map((value, i) => value * slope(s * (a[i] ?? 0)));
    dotted = dot(a, delta);
  }
  const square = dot(delta, delta);
  const norm = Math.sqrt(square / slice.width);
  rows.vector.set(delta.map((x) => (square > 0 ? x / norm : 0)));
  return [square > 0 ? 2 * Math.log(norm) : deadIncrement, square > 0 ? dotted / norm : 0] as const;
}

const plainSteps = { forward: forwardStep, backward: backwardStep } as const;
const blockSteps = { forward: blockForward, backward: blockBackward } as const;

/** Walks one slice on arrays, advancing them in place; same counters, same order of layers as the WGSL. */
export function walkSliceReference(slice: WalkSlice, state: readonly Float32Array[]): Float32Array {
  const [preActivations, logScales, vectors] = state;
  if (!preActivations || !logScales || !vectors) throw new Error('WalkSlice lacks its state.');
  const multiply = matrixProduct(slice);
  const increments = new Float32Array(slice.batch * slice.steps * 2);
  const padded = 4 * Math.ceil(slice.width / 4);
  const { kept: keptRows, scales } = stateRows(slice);
  const kept = keptRows * padded;
  const advance = (isOfBlocks(slice) ? blockSteps : plainSteps)[slice.direction];
  for (let walk = 0; walk < slice.batch; walk++) {
    const rows: WalkRows = {
      preActivations: preActivations.subarray(walk * kept, (walk + 1) * kept),
      logScales: logScales.subarray(walk * scales, (walk + 1) * scales),
      vector: vectors.subarray(walk * padded, (walk + 1) * padded),
    };
    for (let k = 0; k < slice.steps; k++) {
      const pair = advance(slice, rows, slice.firstWalk + walk, slice.firstStep + k, multiply);
      increments.set(pair, 2 * (walk * slice.steps + k));
    }
  }
  return increments;
}

/** The array behind a tensor of the processor backend, by reference. */
function arrayOf(backend: KernelBackend, tensor: TensorInfo): Float32Array {
  const values = backend.readSync(tensor.dataId);
  if (!(values instanceof Float32Array)) throw new Error('A walk tensor is not float32.');
  return values;
}

/** Registers the TypeScript walk for TensorFlow.js's `cpu` backend; like the WGSL, it advances its inputs. */
export function registerWalkSliceReference(): void {
  registerKernel({
    kernelName: walkSliceKernel,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      if (!(backend instanceof KernelBackend)) throw new Error('The TypeScript walk needs a backend.');
      const { slice, state } = readWalkSliceCall(inputs, attrs);
      const arrays = state.map((tensor) => arrayOf(backend, tensor));
      const values = walkSliceReference(slice, arrays);
      const shape = [slice.batch, slice.steps, 2];
      return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
    },
  });
}
