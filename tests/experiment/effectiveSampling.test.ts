import { expect, test } from 'vitest';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
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
});
