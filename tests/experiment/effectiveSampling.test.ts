import { expect, test } from 'vitest';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';

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

test('residual branches are walked matrix-free, or left out with a notice', () => {
  expect(walked('#residual=0.5')).toEqual({
    sampler: 'free',
    residual: 0.5,
    limitation: 'branchesAreFree',
    keys: [],
  });
  for (const rest of ['weights=uniform', 'ensemble=inputs', 'pass=weights']) {
    expect(walked(`#residual=0.5&${rest}`), rest).toMatchObject({ residual: 0, keys: ['residual'] });
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

test('theory of residual branches is by mean field, and grows by 1 + alpha^2 a layer for linear units of gain 1', () => {
  const { kind, mean, variance } = theoryOf(
    parseLink('#residual=0.5&gain=1&depth=12').experiment,
    noFoundGains,
  );
  expect(kind).toBe('mean-field');
  expect(variance).toBeNull();
  expect(mean[12]).toBeCloseTo(12 * Math.log(1.25), 10);
});

test('training is of plain networks, and so is the theory beside it', () => {
  const beside = theoryOf(
    parseLink('#view=train&residual=0.5&gain=1&f=linear&depth=12').experiment,
    noFoundGains,
  );
  expect(beside).toEqual(
    theoryOf(parseLink('#view=train&gain=1&f=linear&depth=12').experiment, noFoundGains),
  );
  expect(beside.kind).toBe('exact');
  for (const rest of ['residual=0.5', 'tied=1', 'norm=rms']) {
    const { notices } = parseLink(`#view=train&${rest}`);
    expect(
      notices.map(({ key, used }) => [key, used]),
      rest,
    ).toEqual([['view', 'train']]);
  }
});
