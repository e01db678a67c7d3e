import { beforeAll, expect, test } from 'vitest';
import { type OpenBackend, openBackend } from '#engine/backend.ts';
import { prepareWalk } from '#engine/prepareWalk.ts';
import type { WalkSettings } from '#engine/protocol.ts';
import { createFreeBatch } from '#engine/walk/freeBatch.ts';
import { freeReference } from '#engine/walk/freeReference.ts';
import { createWalkBatch, type WalkBatch } from '#engine/walk/walkBatch.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';

let opened: OpenBackend;

beforeAll(async () => {
  opened = await openBackend('webgpu', () => undefined);
  expect(opened.ready.backend).toBe('webgpu');
});

const base: WalkSettings = {
  nonlinearity: 'tanh',
  weights: 'gaussian',
  pass: 'weights',
  ensemble: 'networks',
  sampler: 'free',
  depth: 5,
  width: 9,
  gain: 1.3,
  inputScale: 1,
  biasDeviation: 0,
  residual: 0,
  widths: null,
  scaling: 'fanin',
  seed: 31,
  walks: 3000,
};

async function walked(settings: WalkSettings, pace = 1e9): Promise<WalkBatch> {
  await prepareWalk(settings);
  const create = settings.sampler === 'free' ? createFreeBatch : createWalkBatch;
  const batch = create(settings, 0, settings.walks);
  while ((await batch.advance(pace)) > 0);
  return batch;
}

/** ln |h_D|^2 and ln |delta_0|^2 at the end of every walk, relative to their starts. */
async function ends(settings: WalkSettings) {
  const batch = await walked(settings);
  const end = (pass: 'forward' | 'backward') =>
    Array.from({ length: settings.walks }, (_, walk) =>
      Number(walkPath(pass, batch.incrementsOf(walk))[settings.depth]),
    );
  const found = { forward: end('forward'), backward: end('backward') };
  batch.dispose();
  return found;
}

const sum = (a: readonly number[], b: readonly number[], sign: number) =>
  a.map((x, i) => x + sign * (b[i] ?? 0)).filter((x) => !Number.isNaN(x));

for (const nonlinearity of nonlinearityNames) {
  test(`matrix-free walks of ${nonlinearity} agree with the TypeScript reference, walk by walk`, async () => {
    for (const weights of ['gaussian', 'orthogonal'] as const) {
      const settings = { ...base, nonlinearity, weights, walks: 9 };
      const batch = await walked(settings, 1);
      const worst = Array.from({ length: settings.walks }, (_, walk) => {
        const reference = walkPath('weights', freeReference(settings, walk));
        const device = walkPath('weights', batch.incrementsOf(walk));
        return Math.max(
          ...Array.from(device, (v, k) => (v === reference[k] ? 0 : Math.abs(v - (reference[k] ?? 0)))),
        );
      }).sort((a, b) => a - b);
      batch.dispose();
      // A rejection may fall the other way at a rounding, once in a million numbers.
      expect(worst[worst.length >> 1], weights).toBeLessThan(1e-3);
      expect(worst[worst.length - 2], weights).toBeLessThan(1e-3);
    }
  });

  test(`matrix-free walks of ${nonlinearity} have the law of real matrices, forwards, backwards and jointly`, async () => {
    const free = await ends({ ...base, nonlinearity });
    const real = await ends({ ...base, nonlinearity, sampler: 'matrices', walks: 500 });
    const found = {
      forward: kolmogorovSmirnov(free.forward, real.forward),
      backward: kolmogorovSmirnov(free.backward, real.backward),
      sum: kolmogorovSmirnov(sum(free.forward, free.backward, 1), sum(real.forward, real.backward, 1)),
      difference: kolmogorovSmirnov(
        sum(free.forward, free.backward, -1),
        sum(real.forward, real.backward, -1),
      ),
    };
    for (const [what, distance] of Object.entries(found)) expect(distance, what).toBeLessThan(2.33);
  });
}
