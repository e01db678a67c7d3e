import { expect, test } from 'vitest';
import { freeLayers } from '#engine/kernels/freeSlice/freeLayers.ts';
import { type FreeSlice, freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { freeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import { keptFloats } from '#engine/kernels/freeSlice/keptSize.ts';
import { generatorNames } from '#engine/random/generator.ts';
import { createSliceWalker } from '#engine/wasm/sliceWalker.ts';
import { compileWalks } from '#engine/wasm/walkBinary.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { normNames } from '#theory/norm.ts';

const module = await compileWalks();
if (!module) throw new Error('This machine has no 128-bit vectors.');
const walker = createSliceWalker(module);

/** Networks of a slice: as the run's settings say. */
interface Networks {
  readonly width: number;
  readonly widths: readonly number[] | null;
  readonly gain: number;
}

const plain: FreeSlice & Networks = {
  direction: 'forward',
  nonlinearity: 'relu',
  weights: 'gaussian',
  generator: 'pcg4d',
  depth: 9,
  width: 30,
  widths: null,
  gain: 1.4,
  inputScale: 0.7,
  biasDeviation: 0,
  residual: 0,
  norm: 'none',
  seed: 4_000_000_007,
  needsGradient: true,
  gradientAlone: false,
  firstWalk: 99_990,
  batch: 6,
  firstStep: 0,
  steps: 10,
};

const slicesOf = (slice: FreeSlice): readonly FreeSlice[] =>
  (slice.needsGradient ? (['forward', 'backward'] as const) : (['forward'] as const)).flatMap((direction) => [
    { ...slice, direction, firstStep: 0, steps: 4 },
    { ...slice, direction, firstStep: 4, steps: slice.depth - 3 },
  ]);

/** The largest difference between the two ways' increments, as a share of them where they are large. */
function difference({ width, widths, gain, ...slice }: FreeSlice & Networks): number {
  const { depth, batch, needsGradient } = slice;
  const layers = freeLayers({ depth, width, widths, gain, scaling: 'fanin' });
  const floats = keptFloats({ way: freeWay(slice), depth, width, needsGradient });
  const arrays = {
    layers,
    carried: new Float32Array(4 * batch),
    kept: new Float32Array(Math.max(8, batch * floats)),
  };
  const [first] = slicesOf(slice);
  if (!first) throw new Error('No slices.');
  const state = walker.start({ kind: 'free', slice: first, layers, from: 0 });
  let worst = 0;
  for (const part of slicesOf(slice)) {
    const expected = freeSliceReference(part, arrays);
    const found = state.walk({ kind: 'free', slice: part, layers, from: 0 });
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) {
      const off = Math.abs(value - (found[i] ?? Number.NaN)) / Math.max(1, Math.abs(value));
      if (!(off <= worst)) worst = off;
    }
  }
  state.dispose();
  expect(walker.used()).toBe(0);
  return worst;
}

const weights = ['gaussian', 'orthogonal'] as const;
const piecewise = ['linear', 'relu', 'leaky'] as const;
const cases: readonly Partial<FreeSlice & Networks>[] = [
  ...piecewise.flatMap((nonlinearity) =>
    weights.flatMap((law) =>
      [true, false].map((gradientAlone) => ({ nonlinearity, weights: law, gradientAlone })),
    ),
  ),
  // Of a single active unit of two or three, ReLU's gradient is what two sums leave of one another: rounding, in either.
  ...piecewise.flatMap((nonlinearity) =>
    (nonlinearity === 'relu' ? [1, 200] : [1, 2, 3, 200]).map((width) => ({ nonlinearity, width })),
  ),
  ...weights.flatMap((law) =>
    nonlinearityNames.map((nonlinearity) => ({ nonlinearity, weights: law, biasDeviation: 0.3 })),
  ),
  ...generatorNames.map((generator) => ({ generator, nonlinearity: 'tanh' as const, inputScale: 30 })),
  ...weights.flatMap((law) =>
    normNames.flatMap((norm) =>
      [0, 0.7].flatMap((residual) =>
        (['tanh', 'relu'] as const).map((nonlinearity) => ({ weights: law, norm, residual, nonlinearity })),
      ),
    ),
  ),
  ...normNames.map((norm) => ({ norm, residual: 0.5, biasDeviation: 0.2, nonlinearity: 'gelu' as const })),
  { norm: 'layer', needsGradient: false },
  { norm: 'layer', residual: 1, width: 3, nonlinearity: 'tanh' },
  { nonlinearity: 'gelu', needsGradient: false },
  { nonlinearity: 'relu', needsGradient: false },
  { nonlinearity: 'tanh', width: 1 },
  { nonlinearity: 'tanh', weights: 'orthogonal', width: 3 },
  { widths: [5, 9, 40, 3, 1, 2, 64, 65, 30, 8] },
  { widths: [5, 9, 40, 3, 1, 2, 64, 65, 30, 8], nonlinearity: 'erf' },
];

test.each(cases)(
  'matrix-free walks of AssemblyScript are those of TypeScript to float32 rounding: %j',
  (changed) => {
    expect(difference({ ...plain, ...changed })).toBeLessThan(1e-4);
  },
);
