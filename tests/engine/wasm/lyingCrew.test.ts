import { setBackend } from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { openBackend } from '#engine/device/backend.ts';
import { initialPace } from '#engine/walk/pace.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import { isWrong } from '#engine/worker/reason.ts';
import { plainWalk } from '../../plainWalk.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await setBackend('cpu');
});

/** Opens WebAssembly, and lets every number that its kernels return be multiplied from then on. */
async function openLiar(factor: number): Promise<void> {
  expect((await openBackend('wasm')).ready).toMatchObject({ backend: 'wasm', selfTest: { passed: true } });
  const crew = activeCrew();
  if (!crew) throw new Error('No crew walks.');
  const { start } = crew;
  vi.spyOn(crew, 'start').mockImplementation((walks) => {
    const { walk, dispose } = start(walks);
    return { walk: async (work) => (await walk(work)).map((value) => factor * value), dispose };
  });
}

/** Walks a run to its end, or to its error. */
async function outcomeOf(settings: WalkSettings): Promise<unknown> {
  const run = createWalkRun(settings, () => 2 ** 27);
  try {
    for (;;) if ((await run.advance(initialPace, () => performance.now())).frame?.done) return null;
  } catch (error) {
    return error;
  } finally {
    run.dispose();
  }
}

for (const sampler of ['matrices', 'free'] as const) {
  test(`a processor that computes wrongly after its self-test is found out at the end of a run: ${sampler}`, async () => {
    const settings = { ...plainWalk, sampler, gain: 1.4, walks: 12 };
    await openLiar(1);
    expect(await outcomeOf(settings)).toBeNull();
    vi.restoreAllMocks();
    await openLiar(1.05);
    expect(isWrong(await outcomeOf(settings))).toBe(true);
  });
}
