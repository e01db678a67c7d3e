import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { type Experiment, parameterKeys } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { changeByPairs, formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { anyExperiment } from './anyExperiment.ts';

/** Experiments that are walked as they ask, so that no notice has to say otherwise. */
const plainExperiment: fc.Arbitrary<Experiment> = anyExperiment
  .map((experiment): Experiment => {
    const hasFormula = experiment.f === 'linear' || experiment.f === 'relu';
    return experiment.gain === 'paper' && !hasFormula ? { ...experiment, gain: 'he' } : experiment;
  })
  .map((experiment): Experiment => {
    const { limitation } = effectiveSampling(experiment);
    const plain = { sampler: 'matrices', residual: 0, tied: 0, norm: 'none' } as const;
    return limitation === null ? experiment : { ...experiment, ...plain };
  });

test('every experiment survives its link, without a notice', () => {
  fc.assert(
    fc.property(plainExperiment, (experiment) => {
      expect(parseLink(`#${formatLink(experiment)}`)).toEqual({ experiment, unknown: [], notices: [] });
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a link is written the same way after it was read', () => {
  fc.assert(
    fc.property(plainExperiment, (experiment) => {
      const link = formatLink(experiment);
      expect(formatLink(parseLink(link).experiment)).toBe(link);
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('no text whatever makes parseLink throw or leave the ranges', () => {
  const part = fc.tuple(fc.oneof(fc.constantFrom(...parameterKeys), fc.string()), fc.string());
  const link = fc.array(part).map((parts) => parts.map(([key, value]) => `${key}=${value}`).join('&'));
  fc.assert(
    fc.property(fc.oneof(link, fc.string(), fc.webFragments()), (hash) => {
      const { experiment } = parseLink(hash);
      for (const key of ['depth', 'width', 'walks', 'seed', 'input', 'bias', 'run'] as const) {
        const [low, high] = codecs[key].range ?? [Number.NaN, Number.NaN];
        expect(experiment[key]).toBeGreaterThanOrEqual(low);
        expect(experiment[key]).toBeLessThanOrEqual(high);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('the empty link is the default experiment, and the default experiment has the empty link', () => {
  for (const hash of ['', '#', '#&', '#&&']) expect(parseLink(hash).experiment).toEqual(defaultExperiment);
  expect(formatLink(defaultExperiment)).toBe('');
});

/** Links that were shared once must open for ever: the first golden links of version 1. */
const golden: readonly (readonly [string, Partial<Experiment>])[] = [
  ['f=relu&gain=he&depth=1000', { f: 'relu', gain: 'he', depth: 1000 }],
  ['f=relu&width=8&depth=100', { f: 'relu', width: 8, depth: 100 }],
  ['gain=wrong', { gain: 'wrong' }],
  ['gain=0.3&depth=1000&width=64', { gain: 0.3, depth: 1000, width: 64 }],
  ['f=tanh&gain=1.1443&depth=200&walks=1000', { f: 'tanh', gain: 1.1443, depth: 200, walks: 1000 }],
  ['weights=orthogonal&f=relu&pass=forward', { weights: 'orthogonal', f: 'relu', pass: 'forward' }],
  [
    'f=leaky&gain=lecun&ensemble=inputs&seed=4294967295',
    {
      f: 'leaky',
      gain: 'lecun',
      ensemble: 'inputs',
      seed: 4294967295,
    },
  ],
  ['f=relu&gain=paper&input=0.001&bias=0.05', { f: 'relu', gain: 'paper', input: 0.001, bias: 0.05 }],
  [
    'pass=weights&weights=sign&theme=projector&backend=cpu&run=0',
    {
      pass: 'weights',
      weights: 'sign',
      theme: 'projector',
      backend: 'cpu',
      run: 0,
    },
  ],
];

for (const [link, changes] of golden) {
  test(`golden link ${link} opens as it did in version 1`, () => {
    expect(parseLink(`#${link}`)).toEqual({
      experiment: { ...defaultExperiment, ...changes },
      unknown: [],
      notices: [],
    });
  });
}

test('every value that is not used as given is in a notice that names it and what is used instead', () => {
  const { experiment, notices } = parseLink('#depth=5000&width=abc&gain=&f=Relu&walks=2.6&seed=-1');
  expect(experiment).toEqual({ ...defaultExperiment, depth: 1000, walks: 3, seed: 0, f: experiment.f });
  const byKey = new Map(notices.map((notice) => [notice.key, notice]));
  for (const [key, given, used] of [
    ['depth', '5000', '1000'],
    ['width', 'abc', '100'],
    ['gain', '', 'auto'],
    ['walks', '2.6', '3'],
    ['seed', '-1', '0'],
  ] as const) {
    expect(byKey.get(key)).toMatchObject({ given, used });
    expect(byKey.get(key)?.message).toContain(`${key}=${given}`);
    expect(byKey.get(key)?.message).toContain(used);
  }
});

test('keys of the future are kept in the link and reported', () => {
  const { unknown, notices } = parseLink('#dream=gain&depth=7&mood=%C3%A9');
  expect(unknown).toEqual([
    ['dream', 'gain'],
    ['mood', 'é'],
  ]);
  expect(notices.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
  expect(formatLink(parseLink('#depth=7').experiment, unknown)).toBe('depth=7&dream=gain&mood=%C3%A9');
});

test('a newer link opens with what is understood and says so', () => {
  const { experiment, notices } = parseLink('#v=2&depth=7');
  expect(experiment.depth).toBe(7);
  expect(notices.map(({ kind }) => kind)).toEqual(['newer']);
});

test('of a repeated key the last value holds, and the others are reported', () => {
  const { experiment, notices } = parseLink('#depth=7&depth=9');
  expect(experiment.depth).toBe(9);
  expect(notices).toMatchObject([{ kind: 'repeated', given: '7', used: '9' }]);
});

test('gain=paper without a formula is said to be g*', () => {
  expect(parseLink('#f=tanh&gain=paper').notices).toMatchObject([{ kind: 'unavailable', key: 'gain' }]);
  expect(parseLink('#f=relu&gain=paper').notices).toEqual([]);
});

test('a program that sets an unreadable value keeps the one it had', () => {
  const from = { ...defaultExperiment, depth: 33 };
  const { experiment, notices } = changeByPairs(
    { experiment: from, unknown: [] },
    [['depth', 'many']],
    noFoundGains,
  );
  expect(experiment.depth).toBe(33);
  expect(notices).toMatchObject([{ kind: 'unreadable', used: '33' }]);
});
