import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Codec } from '#experiment/codecs/codec.ts';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { courseKeys, isTuned, trainSettings } from '#experiment/derived/trainSettings.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { type Experiment, type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { linkTable } from '#experiment/link/linkTable.ts';
import type { Parameter, Restarted } from '#experiment/schema/parameter.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { hideableNames, schema } from '#experiment/schema.ts';
import { version } from '#experiment/version.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { sliderKeys, sliderOf } from '#ui/controls/sliderOf.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { anyValue } from './anyExperiment.ts';

const rowOf = (key: ParameterKey): Parameter => schema[key];

/** Another value that a key may take. */
function otherValue<K extends ParameterKey>(key: K): Experiment[K] {
  const isOther = (value: unknown) => JSON.stringify(value) !== JSON.stringify(base[key]);
  const [value] = fc.sample(anyValue(rowOf(key).values).filter(isOther), { seed: 1, numRuns: 1 });
  return value as Experiment[K];
}

/** A network in which every choice counts: what cannot be walked as asked is not asked for. */
const base: Experiment = {
  ...defaultExperiment,
  f: 'tanh',
  gain: 1.1,
  depth: 20,
  width: 16,
  bias: 0.1,
  steps: 100,
};

/** The keys whose change changes an answer. */
const changing = (answer: (experiment: Experiment) => unknown) =>
  parameterKeys.filter((key) => {
    const changed = { ...base, [key]: otherValue(key) };
    return JSON.stringify(answer(changed)) !== JSON.stringify(answer(base));
  });

const restarting = (run: Restarted) => parameterKeys.filter((key) => rowOf(key).restarts.includes(run));

/** Without the backend, on which an engine is opened: no engine's settings hold it. */
const inSettings = (keys: readonly ParameterKey[]) => keys.filter((key) => rowOf(key).setting !== null);

test('every default is a value of its own type, and its codec reads what it writes of it', () => {
  const roundTrip = <K extends ParameterKey>(key: K) => {
    const codec: Codec<Experiment[K]> = codecs[key];
    expect(codec.parse(codec.serialize(defaultExperiment[key])), key).toEqual({
      kind: 'read',
      value: rowOf(key).default,
    });
  };
  for (const key of parameterKeys) roundTrip(key);
  expect(Object.keys(defaultExperiment)).toEqual(parameterKeys);
});

test('every parameter says what it is in a sentence', () => {
  for (const key of parameterKeys) {
    expect(schema[key].help, key).toMatch(/^\S.{15,}\.$/);
    expect(schema[key].label.length, key).toBeGreaterThan(2);
  }
});

test('the README shows exactly the link table of the code', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<!-- link table: [^>]*-->\n\n([\s\S]*?)\n\n<!-- end of link table -->/.exec(readme)?.[1];
  expect(shown).toBe(linkTable());
});

test('the version of the code is that of package.json and stands in the changelog', () => {
  expect(version).toBe(packageFile.version);
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${version}`);
});

test('the walk’s settings hold every key that begins a walk anew, and no other', () => {
  expect(changing((experiment) => walkSettings(experiment, noFoundGains))).toEqual(
    // Branches bring their own sampler; the plain network of the base has none.
    inSettings(restarting('walk')),
  );
});

test('the training’s settings hold every key that begins a training anew or tunes it, and no other', () => {
  const keys = changing((experiment) => trainSettings(experiment, noFoundGains, 0));
  const expected = parameterKeys.filter(
    (key) => rowOf(key).tunes !== undefined || restarting('train').includes(key),
  );
  expect(keys).toEqual(inSettings(expected));
});

test('a training is told of exactly what tunes it, and notes what changes its course', () => {
  const told = parameterKeys.filter((key) => isTuned({ ...base, [key]: otherValue(key) }, base));
  expect(told).toEqual(parameterKeys.filter((key) => rowOf(key).tunes !== undefined));
  expect(courseKeys).toEqual(parameterKeys.filter((key) => rowOf(key).tunes === 'course'));
});

test('what begins no sweep anew changes no point of any; whatever does changes a point of one', () => {
  const points = (experiment: Experiment) =>
    sweepNames.map((sweep) =>
      planSweep({ ...experiment, view: 'scale', sweep }, noFoundGains).points.map(({ key }) => key),
    );
  // Which sweep is asked for is held fast here.
  expect(changing(points)).toEqual(restarting('sweep').filter((key) => key !== 'sweep'));
});

test('every slider covers its parameter’s range, rounds into it, and steps within it', () => {
  expect(sliderKeys.length).toBeGreaterThan(10);
  for (const key of sliderKeys) {
    const { scale, rounded, next } = sliderOf(key);
    const [low, high] = codecs[key].range ?? [Number.NaN, Number.NaN];
    expect(rounded(scale.value(0)), key).toBe(low);
    expect(rounded(scale.value(1)), key).toBe(high);
    expect([scale.position(low), scale.position(high)], key).toEqual([0, 1]);
    expect(next(low, -1, true), key).toBe(low);
    expect(next(high, 1, true), key).toBe(high);
    expect(next(low, 1, false), key).toBeGreaterThan(low);
    expect(next(high, -1, false), key).toBeLessThan(high);
  }
});

test('every number of an experiment has a slider, but for the seed, the gain and what is on or off, which have controls of their own', () => {
  const without = parameterKeys.filter((key) => {
    const { values, slider, hideable } = rowOf(key);
    const isNumber = values.kind === 'number' || values.kind === 'whole' || values.kind === 'numberOrName';
    return isNumber && hideable && slider === undefined;
  });
  expect(without).toEqual(['gain', 'tied', 'contrast', 'seed']);
});

test('a link can hide every control of an experiment, and the parts of the page', () => {
  const controls = parameterKeys.filter((key) => rowOf(key).hideable);
  expect(hideableNames.filter((name) => Object.hasOwn(schema, name))).toEqual([...controls, 'run', 'theme']);
  expect(codecs.hide.parse(hideableNames.join(','))).toEqual({ kind: 'read', value: hideableNames });
});

test('a lesson leaves the page’s own keys as they are and sets or resets every other', () => {
  const kept = parameterKeys.filter((key) => rowOf(key).isKeptByLessons);
  const from = Object.fromEntries(
    parameterKeys.map((key) => [key, otherValue(key)]),
  ) as unknown as Experiment;
  const opened = lessonExperiment(2, from);
  for (const key of parameterKeys) {
    if (kept.includes(key)) expect(opened[key], key).toEqual(from[key]);
    else expect(opened[key], key).toEqual(lessonExperiment(2)[key]);
  }
});
