import { expect, test } from 'vitest';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { trainSettings } from '#experiment/derived/trainSettings.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { theoryBack } from '#run/train/theoryBack.ts';

const walked = (hash: string) => {
  const { experiment, notices } = parseLink(hash);
  const { sampler, residual } = walkSettings(experiment, noFoundGains);
  return {
    sampler,
    residual,
    limitation: effectiveSampling(experiment).limitation,
    keys: notices.map(({ key }) => key),
  };
};

test('what can be walked matrix-free is, and what cannot is walked by matrices and says so', () => {
  expect(walked('#sampler=free')).toEqual({ sampler: 'free', residual: 0, limitation: null, keys: [] });
  expect(walked('#sampler=free&weights=sign')).toEqual({
    sampler: 'matrices',
    residual: 0,
    limitation: 'freeWeights',
    keys: ['sampler'],
  });
  expect(walked('#sampler=free&ensemble=inputs')).toMatchObject({
    sampler: 'matrices',
    limitation: 'freeEnsemble',
    keys: ['sampler'],
  });
});

test('residual branches and norms are walked as asked by matrices, in all passes, for all weights', () => {
  for (const rest of ['', '&weights=uniform', '&ensemble=inputs', '&pass=weights', '&tied=1']) {
    for (const norm of ['none', 'rms', 'layer']) {
      const { experiment, notices } = parseLink(`#residual=0.5&norm=${norm}${rest}`);
      expect(notices, rest).toEqual([]);
      expect(walkSettings(experiment, noFoundGains)).toMatchObject({
        sampler: 'matrices',
        residual: 0.5,
        norm,
      });
    }
  }
});

test('matrix-free, residual branches have gradients and activations, and all else says that it needs matrices', () => {
  for (const norm of ['rms', 'layer']) {
    for (const rest of ['', '&residual=0.5', '&weights=orthogonal', '&pass=weights']) {
      expect(walked(`#sampler=free&norm=${norm}${rest}`), rest).toMatchObject({ sampler: 'free', keys: [] });
    }
  }
  expect(walked('#residual=0.5&sampler=free')).toMatchObject({ sampler: 'free', residual: 0.5, keys: [] });
  for (const [rest, limitation] of [
    ['weights=uniform', 'freeWeights'],
    ['ensemble=inputs', 'freeEnsemble'],
    ['pass=weights', 'freeBranchPass'],
  ] as const) {
    const found = walked(`#residual=0.5&sampler=free&${rest}`);
    expect(found, rest).toEqual({ sampler: 'matrices', residual: 0.5, limitation, keys: ['sampler'] });
  }
});

test('one matrix in every layer is walked by real matrices, and says so where it was asked for without', () => {
  const { experiment, notices } = parseLink('#tied=1');
  expect(notices).toEqual([]);
  expect(walkSettings(experiment, noFoundGains)).toMatchObject({ sampler: 'matrices', tied: 1 });
  expect(walked('#tied=1&sampler=free')).toMatchObject({
    sampler: 'matrices',
    limitation: 'freeTied',
    keys: ['sampler'],
  });
});

test('of a tied network theory says what new matrices would do for sqrt(N) layers, and nothing beyond', () => {
  const theory = (hash: string) => theoryOf(parseLink(hash).experiment, noFoundGains);
  const [tied, fresh] = [theory('#tied=1&gain=1&width=30'), theory('#gain=1&width=30')];
  expect(tied.kind).toBe('new-matrices');
  expect(tied.mean.slice(0, 6)).toEqual(fresh.mean.slice(0, 6));
  expect(tied.variance?.slice(0, 6)).toEqual(fresh.variance?.slice(0, 6));
  for (const k of [6, 7, 500]) {
    expect(tied.mean[k]).toBeNaN();
    expect(tied.variance?.[k]).toBeNaN();
  }
  expect(densityOf(parseLink('#tied=1').experiment, noFoundGains)).toBeNull();
});

test('a rotation keeps every norm, used once or at every layer', () => {
  expect(theoryOf(parseLink('#tied=1&weights=orthogonal').experiment, noFoundGains)).toEqual(
    theoryOf(parseLink('#weights=orthogonal').experiment, noFoundGains),
  );
});

test('theory of residual branches is by mean field, of linear ones exact: 1 + alpha^2 a layer but for 1/N at gain 1', () => {
  const of = (f: string) =>
    theoryOf(parseLink(`#residual=0.5&gain=1&depth=12&f=${f}`).experiment, noFoundGains);
  expect(of('tanh')).toMatchObject({ kind: 'mean-field', variance: null });
  const { kind, mean, variance } = of('linear');
  expect(kind).toBe('exact');
  // Var ln z = 2 alpha^2 (2 + alpha^2)/(1 + alpha^2)^2/N to leading order, and half of it is what the mean lacks.
  const each = (2 * 0.25 * 2.25) / 1.25 ** 2 / 100;
  expect((variance?.[12] ?? 0) / (12 * each)).toBeCloseTo(1, 1.5);
  expect(mean[12]).toBeCloseTo(12 * (Math.log(1.25) - each / 2), 3);
  // Its law is no plain network's.
  expect(densityOf(parseLink('#residual=0.5').experiment, noFoundGains)).toBeNull();
});

test('every kind of network is trained as it is asked for, whatever the sampler', () => {
  for (const rest of ['residual=0.5', 'tied=1', 'norm=rms', 'residual=0.5&tied=1&norm=layer&sampler=free']) {
    const { experiment, notices } = parseLink(`#view=train&${rest}`);
    expect(notices, rest).toEqual([]);
    const { residual, tied, norm } = experiment;
    expect(effectiveSampling(experiment), rest).toMatchObject({ residual, tied, norm, limitation: null });
    expect(trainSettings(experiment, noFoundGains, 0), rest).toMatchObject({ residual, tied, norm });
  }
});

test('theory beside a training is that of its kind, and silent where it ends', () => {
  const beside = (hash: string, pass: 'backward' | 'weights') =>
    theoryBack(parseLink(`#view=train&f=linear&depth=12&gain=1${hash}`).experiment, noFoundGains, pass);
  expect(beside('', 'backward').kind).toBe('exact');
  expect(beside('&residual=0.5', 'backward').mean[12]).toBeCloseTo(12 * Math.log(1.25), 0);
  expect(beside('&residual=0.5', 'backward').kind).toBe('exact');
  expect(beside('&tied=1', 'backward').kind).toBe('new-matrices');
  expect(beside('&tied=1&width=30', 'backward').mean[12]).toBeNaN();
  expect(beside('&residual=0.5', 'weights').mean[12]).toBeCloseTo(0, 10);
  for (const pass of ['backward', 'weights'] as const) {
    expect(beside('&norm=rms', pass)).toMatchObject({ kind: 'leading-order', variance: null });
  }
});
