import { beforeAll, expect, test } from 'vitest';
import type { OpenBackend } from '#engine/device/rung.ts';
import { createFreeBatch } from '#engine/walk/freeBatch.ts';
import { findGain } from '#engine/walk/gainSearch.ts';
import { initialPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import type { WalkBatch } from '#engine/walk/walkBatch.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { deepUnless } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { openedBackend } from '../device/openedBackend.ts';
import { ensemble } from './ensemble.ts';

let opened: OpenBackend;

beforeAll(async () => {
  opened = await openedBackend();
});

const base: WalkSettings = {
  ...plainWalk,
  nonlinearity: 'tanh',
  pass: 'weights',
  sampler: 'free',
  depth: 5,
  width: 9,
  gain: 1.3,
  seed: 31,
  walks: 3000,
};

async function walked(settings: WalkSettings, pace = 1e9): Promise<WalkBatch> {
  await prepareWalk(settings);
  const batch = createFreeBatch(settings, 0, settings.walks);
  while ((await batch.advance(pace)) > 0);
  return batch;
}

/** Orthogonal weights change little in the shader: two f show it. */
const laws = ['gaussian', 'orthogonal'] as const;

for (const nonlinearity of nonlinearityNames) {
  test(
    `matrix-free walks of ${nonlinearity} agree with the TypeScript reference, walk by walk`,
    deepUnless(nonlinearity === 'relu' || nonlinearity === 'gelu'),
    async () => {
      for (const weights of nonlinearity === 'relu' || nonlinearity === 'tanh'
        ? laws
        : (['gaussian'] as const)) {
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
    },
  );
}

/** Moments of a whole run, as the worker makes it. */
async function momentsOf(settings: WalkSettings) {
  await prepareWalk(settings);
  const run = createWalkRun(settings, () => opened.maxTensorBytes);
  let pace = initialPace;
  for (;;) {
    const advanced = await run.advance(pace, () => performance.now());
    pace = advanced.pace;
    if (!advanced.frame?.done) continue;
    run.dispose();
    return advanced.frame.moments;
  }
}

test('[100, 50, 200, 25, 100, 60] has the mean and variance of the literature within 4 standard errors', async () => {
  const widths = [100, 50, 200, 25, 100, 60];
  for (const [nonlinearity, mean, variance] of [
    ['linear', -0.0857, 0.1745],
    ['relu', -3.688, 0.4743],
  ] as const) {
    const own = {
      ...base,
      nonlinearity,
      widths,
      depth: 5,
      gain: 1,
      pass: 'backward',
      walks: 10_000,
    } as const;
    const found = await momentsOf(own);
    const inErrors = (measured: Float64Array, exact: number, stderr: Float64Array) =>
      Math.abs((measured[5] ?? Number.NaN) - exact) / (stderr[5] ?? 0);
    expect(inErrors(found.mean, mean, found.stderrMean), nonlinearity).toBeLessThan(4);
    expect(inErrors(found.variance, variance, found.stderrVariance), nonlinearity).toBeLessThan(4);
  }
});

test('fan-out scaling and the forward pass apply the law of unequal widths, unit by unit too', async () => {
  const widths = [12, 30, 7, 20];
  for (const scaling of ['fanin', 'fanout'] as const) {
    for (const pass of ['backward', 'forward'] as const) {
      const own = { ...base, nonlinearity: 'leaky', widths, scaling, pass, depth: 3, walks: 8000 } as const;
      const theory = unequalWidths({ nonlinearity: 'leaky', pass, widths, scaling, gain: own.gain });
      const { mean, stderrMean } = await momentsOf(own);
      for (const k of [1, 2, 3]) {
        const distance = Math.abs((mean[k] ?? Number.NaN) - (theory?.mean[k] ?? Number.NaN));
        expect(distance / (stderrMean[k] ?? 0), `${scaling} ${pass} ${k}`).toBeLessThan(4);
      }
    }
  }
});

test('g* of tanh at N = 100, D = 50 is found within 4 standard errors of 1.2078 ± 0.0012', async () => {
  const question = {
    nonlinearity: 'tanh',
    weights: 'gaussian',
    depth: 50,
    width: 100,
    inputScale: 1,
    biasDeviation: 0,
    start: 1.2,
  } as const;
  const search = findGain(question, { maxBytes: opened.maxTensorBytes, units: 8e6 });
  let step = await search.next();
  while (!step.done) step = await search.next();
  const { value, error } = step.value ?? { value: Number.NaN, error: 0 };
  expect(error).toBeGreaterThan(1e-4);
  expect(error).toBeLessThan(4e-3);
  expect(Math.abs(value - 1.2078)).toBeLessThan(4 * Math.hypot(error, 0.0012));
});

for (const [kind, changes] of [
  ['residual branches', { residual: 0.4, biasDeviation: 0.2, pass: 'backward' }],
  ['rms-normalised layers', { norm: 'rms', biasDeviation: 0.2 }],
  ['layer-normalised layers', { norm: 'layer', nonlinearity: 'relu' }],
  ['layer-normalised branches', { norm: 'layer', residual: 0.4, weights: 'orthogonal', pass: 'backward' }],
] as const) {
  test(
    `${kind} agree with the TypeScript reference, walk by walk, and slices change nothing`,
    deepUnless(kind !== 'layer-normalised branches'),
    async () => {
      const settings: WalkSettings = { ...base, ...changes, walks: 5 };
      const [batch, whole] = [await walked(settings, 1), await walked(settings)];
      for (let walk = 0; walk < settings.walks; walk++) {
        const device = batch.incrementsOf(walk);
        expect(whole.incrementsOf(walk)).toEqual(device);
        const reference = walkPath(settings.pass, freeReference(settings, walk));
        for (const [k, lnZ] of walkPath(settings.pass, device).entries()) {
          const expected = reference[k] ?? Number.NaN;
          expect(lnZ === expected ? 0 : Math.abs(lnZ - expected), `walk ${walk}, k = ${k}`).toBeLessThan(
            1e-3,
          );
        }
      }
      batch.dispose();
      whole.dispose();
    },
  );
}

for (const sampler of ['free', 'matrices'] as const) {
  test(
    `by the ${sampler} sampler a ReLU layer of one active unit, or none, kills the gradient behind a norm`,
    deepUnless(sampler === 'free'),
    async () => {
      for (const norm of ['rms', 'layer'] as const) {
        const settings: WalkSettings = {
          ...base,
          nonlinearity: 'relu',
          norm,
          pass: 'backward',
          sampler,
          width: 5,
          walks: 1000,
        };
        const { final } = await ensemble(settings);
        const died = final.filter((lnZ) => lnZ === Number.NEGATIVE_INFINITY).length / settings.walks;
        const expected = 1 - (1 - (settings.width + 1) * 2 ** -settings.width) ** settings.depth;
        const error = Math.sqrt((expected * (1 - expected)) / settings.walks);
        expect(Math.abs(died - expected) / error, norm).toBeLessThan(4);
      }
    },
  );
}

test('alone or beside its activations, the gradient of ReLU and leaky ReLU has the exact law', async () => {
  for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
    for (const pass of ['backward', 'forward'] as const) {
      const settings = { ...base, nonlinearity, pass, depth: 30, width: 40, walks: 8000 } as const;
      const found = await momentsOf(settings);
      const theory = walkTheory(settings);
      for (const k of [1, 10, 30]) {
        const mean = Math.abs((found.mean[k] ?? Number.NaN) - (theory.mean[k] ?? 0));
        const variance = Math.abs((found.variance[k] ?? Number.NaN) - (theory.variance?.[k] ?? 0));
        expect(mean / (found.stderrMean[k] ?? 0), `${nonlinearity} ${pass} mean ${k}`).toBeLessThan(4);
        expect(
          variance / (found.stderrVariance[k] ?? 0),
          `${nonlinearity} ${pass} variance ${k}`,
        ).toBeLessThan(4);
      }
    }
  }
});
