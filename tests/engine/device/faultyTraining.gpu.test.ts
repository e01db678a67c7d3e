import { afterEach, beforeAll, expect, test } from 'vitest';
import { createDataCache, type LoadedData } from '#engine/data/loadData.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { openTrainBackend, type TrainBackend } from '#engine/train/trainBackend.ts';
import { freshState } from '#engine/train/trainer.ts';
import { createTrainRun } from '#engine/train/trainRun.ts';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { trainSetup } from '#engine/train/trainSetup.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { deep, deepUnless } from '../../deep.ts';
import { plainTraining } from '../train/plainTraining.ts';
import { base, shape } from '../train/trainPair.ts';
import { fullDevice, lyingDevice } from './lyingDevice.ts';

let backend: TrainBackend;
let data: LoadedData;
let restore: () => void = () => undefined;
const letIn = () => Promise.resolve();
const parts = { state: null, failed: [], yieldToEventLoop: letIn };

/** A finished run is asked about a few samples: what it answers to more of them, and all over the plane, says no more. */
function fewAsked({ set, ...loaded }: LoadedData): LoadedData {
  return {
    ...loaded,
    set: { ...set, heldOut: { ...set.heldOut, count: 64 }, plane: null, heard: null },
  };
}

beforeAll(async () => {
  backend = await openTrainBackend('webgpu');
  expect(backend.webgpu).not.toBeNull();
  data = fewAsked(await createDataCache().load({ data: 'spirals', own: '' }, '', letIn));
});

afterEach(() => restore());

const settings: TrainSettings = {
  ...plainTraining,
  nonlinearity: 'tanh',
  depth: 2,
  // TensorFlow.js computes smaller arrays on the processor, whatever its backend.
  width: 64,
  gain: 1.2,
  data: 'spirals',
  batch: 64,
  steps: 5,
};

/** A run to its end on one way of the WebGPU device; `begun` is called after the first slice. */
async function trainAll(implementation: 'fused' | 'composed', begun: () => void) {
  const ways = backend.ways.filter(
    (way) => way.backend === 'webgpu' && way.implementation === implementation,
  );
  const { chosen, started } = await trainSetup({
    ...parts,
    settings,
    data,
    backend: { ...backend, ways, isRace: false },
  });
  expect(started).toMatchObject({ backend: 'webgpu', implementation });
  const run = createTrainRun(settings, data.set, chosen.trainer);
  try {
    for (let slices = 0; ; slices++) {
      const frame = await run.advance(() => performance.now(), slices === 0 ? 1 : undefined);
      if (slices === 0) begun();
      if (frame.done) return frame;
    }
  } finally {
    chosen.trainer.dispose();
  }
}

for (const implementation of ['fused', 'composed'] as const) {
  test(
    `${implementation}: a run on a sound device ends with a loss`,
    deepUnless(implementation === 'fused'),
    async () => {
      const { diverged, heldOut } = await trainAll(implementation, () => undefined);
      expect(diverged).toBeNull();
      expect(heldOut?.loss).toBeGreaterThan(0);
      expect(heldOut?.loss).toBeLessThan(2);
    },
  );

  const lies: readonly (readonly [string, (value: number) => number])[] = [
    ['zeros', () => 0],
    ['values 5 % off', (value: number) => 1.05 * value],
  ];
  for (const [what, change] of lies) {
    test(
      `${implementation}: a device that returns ${what} in the midst of a run is found out, and no loss is claimed`,
      deepUnless(implementation === 'fused'),
      async () => {
        const error = await trainAll(implementation, () => {
          ({ restore } = lyingDevice(change));
        }).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(reasonOf(error)).toMatchObject({ code: 'wrongNumbers' });
      },
    );
  }
}

test(
  'where no buffer above 3 MB is to be had, a network that needs one is trained the next way, which is said',
  deep,
  async () => {
    const full = fullDevice(3e6);
    ({ restore } = full);
    const large: TrainSettings = { ...settings, width: 300, depth: 10 };
    const { chosen, started } = await trainSetup({
      ...parts,
      settings: large,
      data,
      backend: { ...backend, isRace: false },
    });
    chosen.trainer.dispose();
    expect(full.refused()).toBeGreaterThan(0);
    expect(started.implementation).toBe('composed');
    const [unusable] = started.reasons.filter(({ code }) => code === 'unusable');
    expect(unusable).toMatchObject({ way: { implementation: 'fused' }, reason: { code: 'deviceError' } });
  },
);

test('a buffer above the limit of the adapter is refused by size, before it is asked for', async () => {
  const device = backend.webgpu?.device;
  if (!device) throw new Error('No device.');
  const large = { ...base, shape: { ...shape, width: 1000, depth: 900 } };
  const none = new Float32Array(0);
  const weights = { ...initialWeightsAtOnce(shape, settings), hidden: none };
  const error = await createFusedTrainer(device, true, large, freshState(weights)).catch(
    (thrown: unknown) => thrown,
  );
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const allowedBytes = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  expect(reasonOf(error)).toMatchObject({ code: 'noBuffer', allowedBytes });
});
