import { expect, test } from 'vitest';
import { binary } from '#engine/assembly/walks.ts?wasm';
import { binary as relaxed } from '#engine/assembly/walks.ts?wasm=relaxed';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { compileBinary } from '#engine/wasm/compileBinary.ts';
import { createSliceWalker } from '#engine/wasm/sliceWalker.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { plainSlice } from './plainSlice.ts';

async function walkerOf(text: string) {
  const module = await compileBinary(text);
  if (!module) throw new Error('This browser has not the instructions.');
  return createSliceWalker(module);
}

test('relaxed vector instructions make the same walks to float32 rounding, in every nonlinearity', async () => {
  const [plain, loose] = await Promise.all([walkerOf(binary), walkerOf(relaxed)]);
  let isOther = false;
  for (const nonlinearity of nonlinearityNames) {
    const slices: readonly WalkSlice[] = (['forward', 'backward'] as const).map((direction) => ({
      ...plainSlice,
      nonlinearity,
      direction,
      biasDeviation: 0.2,
    }));
    const [first] = slices;
    if (!first) throw new Error('No slices.');
    const batches = [plain, loose].map((walker) => walker.start({ kind: 'matrices', slice: first }));
    for (const slice of slices) {
      const [expected, found] = batches.map((batch) => batch.walk({ kind: 'matrices', slice }));
      for (const [i, value] of (expected ?? []).entries()) {
        const off = Math.abs(value - (found?.[i] ?? Number.NaN)) / Math.max(1, Math.abs(value));
        isOther ||= off > 0;
        expect(off, nonlinearity).toBeLessThan(3e-5);
      }
    }
    for (const batch of batches) batch.dispose();
  }
  // They are not the same program.
  expect(isOther).toBe(true);
});
