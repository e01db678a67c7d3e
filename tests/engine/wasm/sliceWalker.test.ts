import { expect, test } from 'vitest';
import { stateRows } from '#engine/kernels/walkSlice/stateRows.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { walkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import { generatorNames } from '#engine/random/generator.ts';
import { createSliceWalker } from '#engine/wasm/sliceWalker.ts';
import { compileWalks } from '#engine/wasm/walkBinary.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { normNames } from '#theory/norm.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { plainSlice } from './plainSlice.ts';

async function walker() {
  const module = await compileWalks();
  if (!module) throw new Error('This machine has no 128-bit vectors.');
  return createSliceWalker(module);
}

const made = await walker();

/** Both directions, in two slices each. */
const slicesOf = (slice: WalkSlice): readonly WalkSlice[] =>
  (['forward', 'backward'] as const).flatMap((direction) => [
    { ...slice, direction, firstStep: 0, steps: 3 },
    { ...slice, direction, firstStep: 3, steps: slice.depth - 2 },
  ]);

/** The largest difference between the two ways' increments. */
function difference(slice: WalkSlice): number {
  const padded = 4 * Math.ceil(slice.width / 4);
  const { kept, scales } = stateRows(slice);
  const state = [slice.batch * Math.max(1, kept) * padded, slice.batch * scales, slice.batch * padded];
  const arrays = state.map((length) => new Float32Array(length));
  const batch = made.start({ kind: 'matrices', slice });
  let worst = 0;
  for (const part of slicesOf(slice)) {
    const expected = walkSliceReference(part, arrays);
    const found = batch.walk({ kind: 'matrices', slice: part });
    expect(found).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) {
      const off = Math.abs(value - (found[i] ?? Number.NaN)) / Math.max(1, Math.abs(value));
      if (!(off <= worst)) worst = off;
    }
  }
  batch.dispose();
  expect(made.used()).toBe(0);
  return worst;
}

const cases: readonly Partial<WalkSlice>[] = [
  ...nonlinearityNames.map((nonlinearity) => ({ nonlinearity })),
  ...nonlinearityNames.map((nonlinearity) => ({ nonlinearity, biasDeviation: 0.3, inputScale: 30 })),
  ...weightLawNames.flatMap((weights) => generatorNames.map((generator) => ({ weights, generator }))),
  ...normNames.flatMap((norm) =>
    [0, 0.7].map((residual) => ({ norm, residual, nonlinearity: 'gelu' as const })),
  ),
  ...normNames.map((norm) => ({ norm, nonlinearity: 'tanh' as const, biasDeviation: 0.2, residual: 0.5 })),
  { tied: 1, biasDeviation: 0.1 },
  { sharedNetwork: true },
  { keepsPreActivations: false, nonlinearity: 'linear' },
  ...[1, 2, 3, 4, 5, 31, 33].map((width) => ({ width, nonlinearity: 'tanh' as const })),
  ...[1, 2, 3, 5, 31].map((width) => ({
    width,
    weights: 'orthogonal' as const,
    nonlinearity: 'tanh' as const,
  })),
];

test.each(cases)('walks of AssemblyScript are those of TypeScript to float32 rounding: %j', (changed) => {
  expect(difference({ ...plainSlice, ...changed })).toBeLessThan(3e-5);
});
