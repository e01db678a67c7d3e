import { KernelBackend, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { deadIncrement } from '#engine/kernels/walkSlice/walkSlice.ts';
import type { FreeArrays } from './freeArrays.ts';
import { layerFields } from './freeLayers.ts';
import { drawsGradientAlone, type FreeSlice, freeSliceKernel, freeWay } from './freeSlice.ts';
import { readFreeSliceCall } from './freeSliceCall.ts';
import { groupSums } from './groupSums.ts';
import { type LayerPlace, type LayerSums, unitSums } from './layerSums.ts';
import { vectorBack, vectorOn } from './vectorReference.ts';

const sumNames = ['hh', 'hp', 'thx', 'tpx', 'thth', 'thtp', 'tptp', 'pp'] as const;

function walkOn(
  slice: FreeSlice,
  { layers, carried, kept }: FreeArrays,
  walk: number,
  layer: number,
): number {
  const row = carried.subarray(walk * 4, walk * 4 + 4);
  const [width = 0, growth = 0] = layers.subarray(layer * layerFields);
  const above = layer === 0 ? Math.log(slice.inputScale) : growth + (row[0] ?? 0);
  const logScale = slice.biasDeviation > 0 && layer > 0 ? Math.max(above, 0) : above;
  const isAlive = layer === 0 || (row[1] ?? 0) > 0;
  const place: LayerPlace = { layer, width, walk: slice.firstWalk + walk, above, logScale, isAlive };
  const sums = freeWay(slice) === 'groups' ? groupSums(slice, place) : unitSums(slice, place);
  if (slice.needsGradient)
    kept.set(
      sumNames.map((name) => sums[name]),
      (layer * slice.batch + walk) * 8,
    );
  const lives = sums.hh > 0;
  const halfLog = lives ? 0.5 * Math.log(sums.hh) : 0;
  row.set([lives ? logScale + halfLog : deadIncrement, lives ? 1 : 0]);
  return lives ? 2 * (halfLog + (logScale - above) + growth) : deadIncrement;
}

function readSums(kept: Float32Array, start: number): LayerSums {
  const [hh = 0, hp = 0, thx = 0, tpx = 0, thth = 0, thtp = 0, tptp = 0, pp = 0] = kept.subarray(start);
  return { hh, hp, thx, tpx, thth, thtp, tptp, pp };
}

/** How much of h and of the fresh numbers is in W^T delta; docs/MODEL.md, "Matrix-free". */
function shares(slice: FreeSlice, sums: LayerSums, width: number, rho: number) {
  if (drawsGradientAlone(slice)) return { along: 0, fresh: 1 };
  const { hh, hp, pp } = sums;
  const isOrthogonal = slice.weights === 'orthogonal';
  const length = isOrthogonal ? Math.sqrt(Math.max(width - rho ** 2, 0) / Math.max(pp, 1e-30)) : 1;
  // Nothing is perpendicular to the only unit.
  const fresh = width === 1 ? 0 : length;
  return { along: hh > 0 ? rho / Math.sqrt(hh) - (fresh * hp) / hh : 0, fresh };
}

function walkBack(
  slice: FreeSlice,
  { layers, carried, kept }: FreeArrays,
  walk: number,
  step: number,
): number {
  const layer = slice.depth - step;
  const row = carried.subarray(walk * 4, walk * 4 + 4);
  const sums = readSums(kept, (layer * slice.batch + walk) * 8);
  const width = layers[layer * layerFields] ?? 0;
  const { along, fresh } = step > 0 ? shares(slice, sums, width, row[2] ?? 0) : { along: 0, fresh: 1 };
  const growth = step > 0 ? (layers[(layer + 1) * layerFields + 1] ?? 0) : 0;
  const square = along ** 2 * sums.thth + 2 * along * fresh * sums.thtp + fresh ** 2 * sums.tptp;
  const lives = square > 0;
  row[2] = lives ? (along * sums.thx + fresh * sums.tpx) / Math.sqrt(square) : 0;
  return lives ? Math.log(square) + 2 * growth : deadIncrement;
}

const plainSteps = { forward: walkOn, backward: walkBack } as const;
const vectorSteps = { forward: vectorOn, backward: vectorBack } as const;

/** Walks one slice on arrays, advancing them in place; same counters, same laws as the WGSL. [batch, steps]. */
export function freeSliceReference(slice: FreeSlice, arrays: FreeArrays): Float32Array {
  const increments = new Float32Array(slice.batch * slice.steps);
  const way = freeWay(slice) === 'vectors' ? vectorSteps : plainSteps;
  const advance = way[slice.direction];
  for (let walk = 0; walk < slice.batch; walk++) {
    for (let k = 0; k < slice.steps; k++) {
      increments[walk * slice.steps + k] = advance(slice, arrays, walk, slice.firstStep + k);
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
export function registerFreeSliceReference(): void {
  registerKernel({
    kernelName: freeSliceKernel,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      if (!(backend instanceof KernelBackend)) throw new Error('The TypeScript walk needs a backend.');
      const { slice, state } = readFreeSliceCall(inputs, attrs);
      const values = freeSliceReference(slice, {
        layers: arrayOf(backend, state.layers),
        carried: arrayOf(backend, state.carried),
        kept: arrayOf(backend, state.kept),
      });
      const shape = [slice.batch, slice.steps];
      return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
    },
  });
}
