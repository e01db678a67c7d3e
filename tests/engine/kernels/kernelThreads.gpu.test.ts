import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBackend } from '#engine/device/backend.ts';
import { openWebgpuDevice } from '#engine/device/webgpuDevice.ts';
import { walkThreads } from '#engine/kernels/walkSlice/walkThreads.ts';
import { deepUnless } from '../../deep.ts';
import { base, differences } from '../walk/walkAgreement.ts';

const honest = Object.getOwnPropertyDescriptor(GPUDevice.prototype, 'adapterInfo');

// A graphics card's workgroup, on the adapter that there is: the device says that it is a card.
beforeAll(async () => {
  const card = { vendor: 'maker', architecture: 'card', device: '', description: '' };
  Object.defineProperty(GPUDevice.prototype, 'adapterInfo', { configurable: true, get: () => card });
  const { ready } = await openBackend('webgpu');
  expect(ready.backend).toBe('webgpu');
  expect(ready.selfTest.passed, JSON.stringify(ready.selfTest.checks)).toBe(true);
});

const restore = () => {
  if (honest) Object.defineProperty(GPUDevice.prototype, 'adapterInfo', honest);
};
afterAll(restore);

for (const weights of ['gaussian', 'orthogonal'] as const) {
  test(
    `workgroups of 64 threads agree with the reference for ${weights} weights`,
    deepUnless(weights === 'gaussian'),
    async () => {
      for (const width of [1, 5, 24, 131]) {
        const settings = {
          ...base,
          nonlinearity: 'tanh',
          pass: 'weights',
          weights,
          width,
          depth: 6,
          walks: 2,
        } as const;
        const { largest } = await differences(settings);
        expect(largest, `N = ${width}`).toBeLessThan(1e-3);
      }
    },
  );
}

test('those were not the threads of this adapter', async () => {
  const opened = await openWebgpuDevice(false);
  if ('reason' in opened) throw new Error(opened.reason);
  expect(walkThreads(opened.device)).toBe(64);
  restore();
  expect(honest).toBeDefined();
  expect(walkThreads(opened.device)).toBe(opened.software ? 4 : 64);
});
