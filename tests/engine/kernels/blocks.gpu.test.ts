import { beforeAll, expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { deep, deepUnless } from '../../deep.ts';
import { openedBackend } from '../device/openedBackend.ts';
import { base, differences } from '../walk/walkAgreement.ts';

beforeAll(async () => {
  await openedBackend();
});

/** Nonlinearities are the plain kernel's own; what blocks add does not depend on them. */
const kinds: Readonly<Record<string, Partial<WalkSettings>>> = {
  'residual branches of one matrix, with biases': { residual: 1.5, tied: 1, biasDeviation: 0.3 },
  'rms norm in linear layers': { norm: 'rms', nonlinearity: 'linear' },
  'layer norm, with biases': { norm: 'layer', biasDeviation: 0.3 },
  'rms norm in branches of one network': { residual: 0.4, norm: 'rms', ensemble: 'inputs' },
  'rms norm in orthogonal branches': { residual: 0.4, norm: 'rms', weights: 'orthogonal' },
  'layer norm in branches of one matrix': { residual: 2, norm: 'layer', tied: 1 },
};

for (const [kind, changes] of Object.entries(kinds)) {
  test(
    `kernel and reference agree walk by walk for ${kind}, in every pass, and slices change nothing`,
    deepUnless(kind.includes('one matrix')),
    async () => {
      for (const pass of ['weights', 'backward', 'forward'] as const) {
        const found = await differences(
          { ...base, nonlinearity: 'tanh', ...changes, pass, inputScale: 3, walks: 2 },
          pass === 'weights' ? 100 : 1e9,
        );
        expect(found.largest, pass).toBeLessThan(1e-3);
      }
    },
  );
}

test('blocks of one to five units agree with the reference, dead ones too', deep, async () => {
  for (const width of [1, 2, 5]) {
    const settings = { ...base, nonlinearity: 'tanh', width, depth: 4, walks: 3 } as const;
    const layer = await differences({ ...settings, norm: 'layer' });
    expect(layer.largest, `layer norm, N = ${width}`).toBeLessThan(1e-3);
    const branches = await differences({ ...settings, norm: 'rms', residual: 0.5, pass: 'weights' });
    expect(branches.largest, `branches, N = ${width}`).toBeLessThan(1e-3);
  }
});
