import { beforeAll, expect, test } from 'vitest';
import { batchOf, type DataSet } from '#engine/data/dataSet.ts';
import { createBatchOrder } from '#engine/train/batchOrder.ts';
import { evaluateHeldOut } from '#engine/train/evaluation/heldOut.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { networkShape } from '#engine/train/networkShape.ts';
import { freshState } from '#engine/train/trainer.ts';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { deep } from '../../deep.ts';
import { openedDevice } from '../device/openedDevice.ts';
import { drawnDigits } from '../drawnDigits.ts';
import { plainTraining } from './plainTraining.ts';

/** 200 ReLU layers: plain, they are stuck at any gain; with branches of weight 1/sqrt(D) and RMS norm they learn. */
const depth = 200;
const cures = { residual: Number((1 / Math.sqrt(depth)).toPrecision(4)), norm: 'rms' } as const;
const deepSettings: TrainSettings & { readonly rate: number } = {
  ...plainTraining,
  depth,
  optimizer: 'adam',
  rate: 0.003,
  steps: 50,
};

let device: GPUDevice;
let set: DataSet;

beforeAll(async () => {
  device = await openedDevice();
  set = drawnDigits();
});

/** Trains by the kernels; what comes of it on the first `samples` that it has not seen. */
async function heldOutOf(patch: Partial<TrainSettings>, samples: number) {
  const settings = { ...deepSettings, ...patch, rate: deepSettings.rate };
  const { nonlinearity, task, optimizer, batch, seed, steps, rate, decay, momentum } = settings;
  const shape = networkShape(settings, set);
  const setting = { shape, nonlinearity, task, optimizer, batch };
  const start = freshState(initialWeightsAtOnce(shape, settings));
  const trainer = await createFusedTrainer(device, true, setting, start);
  const order = createBatchOrder(seed, set.train.count, batch);
  try {
    for (let step = 0; step < steps; step++) {
      const tuning = { rate: rate * decay ** (step / 1000), momentum };
      const { fault } = await trainer.train([
        { batch: batchOf(set, set.train, order.indices(step)), tuning },
      ]);
      expect(fault).toBeNull();
    }
    return await evaluateHeldOut(trainer, set, batch, samples);
  } finally {
    trainer.dispose();
  }
}

test('200 ReLU layers learn digits with branches and RMS norm, and nothing without', deep, async () => {
  const plain = await heldOutOf({}, 300);
  expect(plain.accuracy).toBeLessThan(0.2);
  expect(Math.abs(plain.loss - Math.log(10))).toBeLessThan(0.05);
  const cured = await heldOutOf(cures, 300);
  expect(cured.accuracy).toBeGreaterThan(0.6);
});

const isLong = import.meta.env.VITE_LEARNING === '1';

// npm run test:learning: minutes each on a software adapter, more on a busy one.
const long = { width: 48, batch: 64, decay: 0.05, steps: 600 };
const patience = { timeout: 7_200_000 };

test.runIf(isLong)('within 600 steps they name 90 % of 1000 that they have not seen', patience, async () => {
  expect((await heldOutOf({ ...long, ...cures }, 1000)).accuracy).toBeGreaterThan(0.9);
});

test.runIf(isLong)('within 600 steps plain ones never leave guessing', patience, async () => {
  const plain = await heldOutOf(long, 1000);
  expect(plain.accuracy).toBeLessThan(0.2);
  expect(Math.abs(plain.loss - Math.log(10))).toBeLessThan(0.05);
});
