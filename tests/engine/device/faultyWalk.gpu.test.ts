import { afterEach, beforeAll, expect, test } from 'vitest';
import type { OpenBackend } from '#engine/device/rung.ts';
import { initialPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { deep } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { fullDevice, lyingDevice } from './lyingDevice.ts';
import { openedBackend } from './openedBackend.ts';

let opened: OpenBackend;
let restore: () => void = () => undefined;

beforeAll(async () => {
  opened = await openedBackend();
});

afterEach(() => restore());

const base: WalkSettings = { ...plainWalk, depth: 30, width: 24, gain: 1.4, walks: 40 };

async function walkAll(settings: WalkSettings, weightsPerMs = initialPace.weightsPerMs) {
  await prepareWalk(settings);
  const run = createWalkRun(settings, () => opened.maxTensorBytes);
  let pace = { ...initialPace, weightsPerMs };
  try {
    for (;;) {
      const advanced = await run.advance(pace, () => performance.now());
      pace = advanced.pace;
      if (advanced.frame?.done) return advanced.frame;
    }
  } finally {
    run.dispose();
  }
}

for (const sampler of ['matrices', 'free'] as const) {
  for (const nonlinearity of ['relu', 'tanh'] as const) {
    for (const [what, change] of [
      ['zeros', () => 0],
      ['values 5 % off', (value: number) => 1.05 * value],
    ] as const) {
      test(`${sampler}, ${nonlinearity}: a device that returns ${what} ends the run with a reason, not with numbers`, async () => {
        const settings = { ...base, sampler, nonlinearity };
        expect((await walkAll(settings)).walks).toBe(40);
        ({ restore } = lyingDevice(change));
        const error = await walkAll(settings).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(ReasonError);
        expect(reasonOf(error)).toMatchObject({ code: 'wrongNumbers', what: 'walk' });
      });
    }
  }
}

test(
  'where no buffer above 3 MB is to be had, walks go on in smaller batches, with the same law',
  deep,
  async () => {
    const settings: WalkSettings = { ...base, width: 64, depth: 100, walks: 300 };
    const full = fullDevice(3e6);
    ({ restore } = full);
    const { walks, dead, moments } = await walkAll(settings, 1e7);
    expect(full.refused()).toBeGreaterThan(0);
    expect([walks, dead]).toEqual([300, 0]);
    const { mean } = walkTheory(settings);
    const distance = Math.abs((moments.mean[100] ?? Number.NaN) - (mean[100] ?? 0));
    expect(distance / (moments.stderrMean[100] ?? 0)).toBeLessThan(4);
  },
);

test('where not even one walk has room, the run says so and leaves no tensor behind', async () => {
  const { tensors } = opened.usage();
  ({ restore } = fullDevice(100));
  const error = await walkAll({ ...base, width: 64, depth: 100 }).catch((thrown: unknown) => thrown);
  expect(['noMemory', 'deviceError']).toContain(reasonOf(error).code);
  expect(opened.usage().tensors).toBe(tensors);
});

test('a walk larger than a tensor may be is refused before it begins, with what it needs and what is allowed', () => {
  const large: WalkSettings = { ...base, width: 1024, depth: 1000 };
  expect(() => createWalkRun(large, () => 2 ** 20)).toThrow(ReasonError);
  try {
    createWalkRun(large, () => 2 ** 20);
  } catch (error) {
    const needed = { neededBytes: 4 * 1001 * 1024, allowedBytes: 2 ** 20 };
    expect(reasonOf(error)).toMatchObject({ code: 'tooLarge', ...needed });
  }
});
