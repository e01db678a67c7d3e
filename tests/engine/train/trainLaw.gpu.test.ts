import { beforeAll, test } from 'vitest';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { deepUnless } from '../../deep.ts';
import { openedDevice } from '../device/openedDevice.ts';
import { expectWalkLaw } from './walkLaw.ts';

let device: GPUDevice;

beforeAll(async () => {
  device = await openedDevice();
});

for (const nonlinearity of ['linear', 'relu'] as const) {
  test(
    `at step 0 the gradient of a ${nonlinearity} network walks by the walk's own law, at g* and off it`,
    deepUnless(nonlinearity === 'relu'),
    () =>
      expectWalkLaw((setting, initial) => createFusedTrainer(device, true, setting, initial), nonlinearity),
  );
}
