import { beforeAll, expect, test, vi } from 'vitest';
import { openBackend } from '#engine/device/backend.ts';
import { openWebgpuDevice } from '#engine/device/webgpuDevice.ts';
import { walkThreads } from '#engine/kernels/walkSlice/walkThreads.ts';
import { base, differences } from '../walk/walkAgreement.ts';

// A graphics card's workgroup, on the adapter that there is.
vi.mock('#engine/kernels/walkSlice/walkThreads.ts', () => ({ walkThreads: () => 64 }));

beforeAll(async () => {
  const { ready } = await openBackend('webgpu');
  expect(ready.backend).toBe('webgpu');
  expect(ready.selfTest.passed, ready.selfTest.checks.join('; ')).toBe(true);
});

test('these are not the threads of this adapter', async () => {
  const opened = await openWebgpuDevice(false);
  if ('reason' in opened) throw new Error(opened.reason);
  expect(walkThreads(opened.device)).toBe(64);
  const real = await vi.importActual<typeof import('#engine/kernels/walkSlice/walkThreads.ts')>(
    '#engine/kernels/walkSlice/walkThreads.ts',
  );
  expect(real.walkThreads(opened.device)).toBe(opened.software ? 4 : 64);
});

for (const weights of ['gaussian', 'orthogonal'] as const) {
  test(`workgroups of 64 threads agree with the reference for ${weights} weights`, async () => {
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
  });
}
