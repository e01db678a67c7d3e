import '@tensorflow/tfjs-backend-cpu';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerWalkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import type { Pace } from '#engine/walk/pace.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkBatch } from '#engine/walk/walkBatch.ts';
import { createWalkRun, type WalkRun } from '#engine/walk/walkRun.ts';
import { plainWalk } from '../../plainWalk.ts';

const settings: WalkSettings = { ...plainWalk, depth: 6, width: 8, walks: 12 };

/** So slow that a batch takes several slices, one step each. */
const slow: Pace = { weightsPerMs: 1, shortestMs: 0 };

beforeAll(async () => {
  registerWalkSliceReference();
  await setBackend('cpu');
  await ready();
});

/** Walks slices until a batch is finished. */
async function nextFrame(run: WalkRun, largest?: number) {
  for (;;) {
    const { frame } = await run.advance(slow, () => 0, largest);
    if (frame) return frame;
  }
}

test('a step makes one walk, though a batch of more was under way when the run was paused', async () => {
  const run = createWalkRun(settings, () => 2 ** 20);
  const whole = createWalkRun(settings, () => 2 ** 20);
  expect((await nextFrame(run)).walks).toBe(1);
  // A slice of the next batch, which is of several walks.
  expect((await run.advance(slow, () => 0)).frame).toBeNull();
  expect((await nextFrame(run, 1)).walks).toBe(2);
  expect((await nextFrame(run, 1)).walks).toBe(3);
  let stepped = await nextFrame(run);
  expect(stepped.walks).toBe(7);
  while (!stepped.done) stepped = await nextFrame(run);
  let frame = await nextFrame(whole);
  while (!frame.done) frame = await nextFrame(whole);
  expect(Array.from(stepped.moments.mean)).toEqual(Array.from(frame.moments.mean));
  run.dispose();
  whole.dispose();
});

test('every slice multiplies weights, so that each says how fast the device is', async () => {
  for (const pass of ['backward', 'weights'] as const) {
    for (const depth of [1, 2, 6]) {
      const batch = createWalkBatch({ ...settings, pass, depth }, 0, 3);
      const multiplied: number[] = [];
      for (let weights = 1; weights > 0; ) {
        weights = await batch.advance(1);
        if (weights > 0) multiplied.push(weights);
      }
      batch.dispose();
      // Forwards for the slopes, then backwards: each layer's matrix once a pass.
      expect(multiplied).toEqual(Array.from({ length: 2 * depth }, () => 3 * settings.width ** 2));
    }
  }
});
