import { beforeAll, expect, test } from 'vitest';
import { createFreeBatch } from '#engine/walk/freeBatch.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { invariantSpread } from '#engine/walk/verification/invariantSpread.ts';
import { createWalkBatch } from '#engine/walk/walkBatch.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { deep, deepUnless } from '../../deep.ts';
import { openedBackend } from '../device/openedBackend.ts';
import { kolmogorovSmirnov } from '../walk/kolmogorovSmirnov.ts';
import { base, differences } from '../walk/walkAgreement.ts';

beforeAll(async () => {
  await openedBackend();
});

// A ReLU mask may flip at a rounding and move one walk by about 1/N; smooth f may not differ.
const limit = (f: string, { largest, median }: { largest: number; median: number }) =>
  f === 'relu' || f === 'leaky' ? median : largest;

for (const nonlinearity of nonlinearityNames) {
  test(
    `kernel and reference agree walk by walk for ${nonlinearity}, in every pass`,
    deepUnless(nonlinearity === 'relu' || nonlinearity === 'tanh' || nonlinearity === 'gelu'),
    async () => {
      for (const pass of ['backward', 'forward', 'weights'] as const) {
        const found = await differences({ ...base, nonlinearity, pass });
        expect(limit(nonlinearity, found), pass).toBeLessThan(1e-3);
      }
    },
  );
}

test(
  'every nonlinearity stays a number at gains 0.3 and 3 and D = 1000, forwards and backwards',
  deep,
  async () => {
    for (const nonlinearity of ['tanh', 'sigmoid', 'erf', 'selu', 'gelu', 'swish'] as const) {
      for (const gain of [0.3, 3]) {
        const settings = { ...base, nonlinearity, gain, pass: 'weights', depth: 1000, width: 16 } as const;
        await prepareWalk(settings);
        const batch = createWalkBatch(settings, 0, 2);
        while ((await batch.advance(1e9)) > 0);
        const paths = [0, 1].flatMap((walk) => Array.from(walkPath('weights', batch.incrementsOf(walk))));
        batch.dispose();
        expect(paths).toHaveLength(2 * 1001);
        expect(paths.some(Number.isNaN), `${nonlinearity}, gain ${gain}`).toBe(false);
      }
    }
  },
);

for (const weights of weightLawNames) {
  test(
    `kernel and reference agree for ${weights} weights at widths that fill no quad, one, and several workgroups`,
    deepUnless(weights === 'gaussian'),
    async () => {
      // Beyond 256 units there is a pipeline of its own, with more room; how entries are drawn does not depend on it.
      const widths = weights === 'gaussian' || weights === 'orthogonal' ? [131, 300] : [131];
      for (const width of [1, 2, 3, 4, 5, 64, ...widths]) {
        const found = await differences({
          ...base,
          nonlinearity: 'tanh',
          weights,
          width,
          depth: 6,
          walks: 2,
        });
        expect(found.largest, `N = ${width}`).toBeLessThan(1e-3);
      }
    },
  );
}

test('biases, input scale and a shared network agree with the reference', async () => {
  for (const nonlinearity of ['relu', 'tanh', 'selu'] as const) {
    const varied = { ...base, nonlinearity, biasDeviation: 0.7, inputScale: 40, ensemble: 'inputs' } as const;
    expect(limit(nonlinearity, await differences(varied))).toBeLessThan(1e-3);
  }
});

test('one matrix and one vector of biases in every layer are those of the reference', async () => {
  for (const weights of ['gaussian', 'orthogonal'] as const) {
    const tied = {
      ...base,
      nonlinearity: 'tanh',
      weights,
      pass: 'weights',
      tied: 1,
      biasDeviation: 0.3,
    } as const;
    const found = await differences({ ...tied, depth: 12, walks: 2 });
    expect(found.largest, weights).toBeLessThan(1e-3);
  }
});

test('a walk cut into slices of few layers is the same walk bit for bit', async () => {
  const walk = async (pace: number) => {
    const batch = createWalkBatch(base, 0, 3);
    while ((await batch.advance(pace)) > 0);
    const path = walkPath('backward', batch.incrementsOf(2));
    batch.dispose();
    return path;
  };
  expect(await walk(100)).toEqual(await walk(1e9));
});

test('a_d . delta_d is the same at every layer of a linear, ReLU and leaky network', async () => {
  for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
    const settings = { ...base, nonlinearity, pass: 'weights', depth: 60, width: 64 } as const;
    await prepareWalk(settings);
    const batch = createWalkBatch(settings, 0, 1);
    while ((await batch.advance(1e9)) > 0);
    expect(invariantSpread(batch.incrementsOf(0), batch.dotsOf(0))).toBeLessThan(1e-3);
    batch.dispose();
  }
});

/** Few units and layers: what is not exact in law would show there first. */
const small: WalkSettings = {
  ...base,
  pass: 'weights',
  sampler: 'free',
  depth: 5,
  width: 9,
  walks: 3000,
  seed: 31,
};

/** ln |h_D|^2 and ln |delta_0|^2 at the end of every walk, relative to their starts. */
async function ends(settings: WalkSettings) {
  await prepareWalk(settings);
  const create = settings.sampler === 'free' ? createFreeBatch : createWalkBatch;
  const batch = create(settings, 0, settings.walks);
  while ((await batch.advance(1e9)) > 0);
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
  test(
    `matrix-free walks of ${nonlinearity} have the law of real matrices, forwards, backwards and jointly`,
    deepUnless(nonlinearity === 'relu' || nonlinearity === 'erf'),
    async () => {
      const free = await ends({ ...small, nonlinearity });
      const real = await ends({ ...small, nonlinearity, sampler: 'matrices', walks: 500 });
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
    },
  );
}
