import { expect, test } from 'vitest';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import type { Lesson } from '#experiment/lessons/lesson.ts';
import { lessonExperiment, onwardExperiment, withView } from '#experiment/lessons/lessonExperiment.ts';
import { lessonName, lessonNames } from '#experiment/lessons/lessonNames.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { lessonTheory } from '#experiment/lessons/lessonTheory.ts';
import { changeByPairs, formatLink, parseLink } from '#experiment/link/linkCodec.ts';

const numbers = lessonNames.map((_, i) => i + 1);

test('there are as many lessons as the link allows', () => {
  expect(codecs.lesson.range).toEqual([1, lessonNames.length]);
});

for (const lesson of numbers) {
  test(`lesson ${lesson}: its number alone opens its experiment, in a link short enough to scan`, () => {
    const hash = lesson === 1 ? '#view=learn' : `#view=learn&lesson=${lesson}`;
    const { experiment, notices, unknown } = parseLink(hash);
    const { patch } = lessons[lessonName(lesson)];
    expect(experiment).toEqual({ ...defaultExperiment, ...patch, view: 'learn', lesson });
    expect([notices, unknown]).toEqual([[], []]);
    expect(`#${formatLink(experiment)}`).toBe(hash);
    const whole = `https://lecturer.example.org/gradient-walk/#${formatLink({ ...experiment, theme: 'projector' })}`;
    expect(new TextEncoder().encode(whole).length).toBeLessThanOrEqual(213);
  });

  test(`lesson ${lesson}: what was changed by hand is in the link, also where it is the app's default`, () => {
    for (const change of [{ depth: 33 }, { depth: defaultExperiment.depth, gain: defaultExperiment.gain }]) {
      const changed = { ...lessonExperiment(lesson), ...change };
      expect(parseLink(formatLink(changed)).experiment).toEqual(changed);
    }
  });

  test(`lesson ${lesson} leads on to its own experiment in another view`, () => {
    const onward = onwardExperiment(lessonExperiment(lesson));
    expect(onward.view).not.toBe('learn');
    expect(onward.depth).toBe(lessonExperiment(lesson).depth);
    expect(parseLink(formatLink(onward))).toEqual({ experiment: onward, unknown: [], notices: [] });
  });
}

test('the order of the keys does not matter, and a broken lesson is the first', () => {
  expect(parseLink('#depth=33&lesson=3&view=learn').experiment).toEqual(
    parseLink('#view=learn&lesson=3&depth=33').experiment,
  );
  const { experiment, notices } = parseLink('#view=learn&lesson=x');
  expect(experiment).toEqual(lessonExperiment(1));
  expect(notices).toMatchObject([{ kind: 'unreadable', key: 'lesson', used: '1' }]);
});

test('the API opens a lesson with its settings, and leaves an open one as it was changed', () => {
  const walk = { ...defaultExperiment, depth: 7, theme: 'dark' as const };
  const opened = changeByPairs(
    { experiment: walk, unknown: [] },
    [
      ['view', 'learn'],
      ['lesson', '3'],
    ],
    noFoundGains,
  ).experiment;
  expect(opened).toEqual({ ...lessonExperiment(3), theme: 'dark' });
  const changed = changeByPairs(
    { experiment: opened, unknown: [] },
    [['depth', '12']],
    noFoundGains,
  ).experiment;
  expect(changed).toEqual({ ...opened, depth: 12 });
});

test('the learn view opens on its lesson and leaves the experiment behind when it is left', () => {
  const opened = withView({ ...defaultExperiment, depth: 7 }, 'learn');
  expect(opened).toEqual(lessonExperiment(1));
  expect(withView(opened, 'walk')).toEqual({ ...opened, view: 'walk' });
});

test('lessons walk, but for the two that train; outside of the learn view the lesson says nothing', () => {
  const engines = numbers.map((lesson) => engineOf({ view: 'learn', lesson }));
  expect(engines.filter((engine) => engine === 'train')).toHaveLength(2);
  for (const lesson of [8, 14]) expect(engineOf({ view: 'learn', lesson })).toBe('train');
  expect(engineOf({ view: 'scale', lesson: 8 })).toBe('scale');
});

/** Values by other ways than the code's: closed forms and series. */
test('the numbers that the lessons speak of are those of the theory', () => {
  const of = <N>(lesson: number, found: Lesson<N>) => found.numbers(lessonExperiment(lesson), lessonTheory);
  // psi'(8) = pi^2/6 - sum of 1/k^2, k = 1..7.
  const trigamma8 = Math.PI ** 2 / 6 - [1, 2, 3, 4, 5, 6, 7].reduce((sum, k) => sum + 1 / k ** 2, 0);
  expect(of(1, lessons.oneMatrix).logSpread).toBeCloseTo(Math.sqrt(trigamma8) / 2, 10);
  expect(of(2, lessons.logsAdd).endSpread).toBeCloseTo(10 * Math.sqrt(trigamma8), 9);
  // -ln 2 - 5/(2N) - 49/(12 N^2), next order below 1e-5.
  const reluMean = -Math.LN2 - 0.025 - 49 / 120_000;
  expect(of(3, lessons.drift).perLayer).toBeCloseTo(reluMean, 4);
  expect(of(3, lessons.drift).largeLogFactor).toBeCloseTo(50 * (2 * Math.LN2 + reluMean), 2);
  expect(of(4, lessons.goodGain).gain).toBeCloseTo(Math.exp(-reluMean / 2), 4);
  expect(of(4, lessons.goodGain).offLogFactor).toBeCloseTo(500 * Math.log(1.01), 6);
  expect(of(5, lessons.spread).variance).toBeCloseTo(25.97, 3);
  // science.md: He's typical ln Z at N = 100, D = 1000 is -25.4, and E Z at g* is 1.1e11.
  expect(of(6, lessons.typical).heLogFactor).toBeCloseTo(-25.4 / 2, 1);
  expect(Math.exp(of(6, lessons.typical).logMean)).toBeCloseTo(1.1e11, -10);
  const { linear, relu, orthogonalRelu } = of(7, lessons.orthogonal);
  expect(relu - orthogonalRelu).toBeCloseTo(linear, 9);
  // Half of g* makes tanh nearly linear: g^D, and a little less for the slope of the first layers.
  const { gain, half, halfLogFactor } = of(8, lessons.realTraining);
  expect(half).toBe(gain / 2);
  expect(halfLogFactor).toBeLessThan(200 * Math.log(0.55));
  expect(halfLogFactor).toBeGreaterThan(200 * Math.log(0.55) - 1);
  const best = namedGains({ ...lessonExperiment(8), gain: 'auto' }, noFoundGains).auto.value;
  expect(Math.abs(gain / best - 1)).toBeLessThan(0.01);
  const budget = of(9, lessons.budget);
  expect(budget.shallowDepth * budget.shallowWidth ** 2).toBe(budget.parameters);
  expect(budget.variance / budget.shallowVariance).toBeGreaterThan(8);
  expect(budget.variance / budget.shallowVariance).toBeLessThan(8.5);
  expect(of(10, lessons.alignedInputs).cosineAt100).toBeCloseTo(0.996, 3);
});

test('what the lessons say in words is so: a third, half as wide, stays, moves, close enough, on zero', () => {
  const [first, second, , fourth, fifth, , seventh, , ninth] = numbers.map((lesson) =>
    lessonExperiment(lesson),
  );
  if (!first || !second || !fourth || !fifth || !seventh || !ninth) throw new Error('A lesson is missing.');
  // 1: two thousand matrices. 2: one step strays by about a third.
  expect(first.walks).toBe(2000);
  const { stepSpread, endSpread } = lessons.logsAdd.numbers(second, lessonTheory);
  expect(Math.abs(stepSpread - 1 / 3)).toBeLessThan(0.04);
  expect(endSpread / stepSpread).toBeCloseTo(Math.sqrt(second.depth), 9);
  // 4: the paper's gain is close enough; half the depth keeps g*, half the width moves it.
  const { gain, paperGain, offLogFactor } = lessons.goodGain.numbers(fourth, lessonTheory);
  expect(fourth.depth * Math.abs(Math.log(paperGain / gain))).toBeLessThan(0.05 * offLogFactor);
  const bestAt = (change: object) => namedGains({ ...fourth, ...change }, noFoundGains).auto.value;
  expect(bestAt({ depth: fourth.depth / 2 })).toBe(gain);
  expect(Math.abs(bestAt({ width: fourth.width / 2 }) / gain - 1)).toBeGreaterThan(0.005);
  // 5: four times as wide is half the spread; depth and width doubled together change nothing to see.
  const spread = lessons.spread.numbers(fifth, lessonTheory);
  // Var is 5 D/N to leading order; the next, about 4/N of it at N = 100, leaves half of that in the spread.
  expect(Math.abs(spread.fourfoldLogSpread / spread.logSpread - 0.5)).toBeLessThan(0.01);
  const doubled = lessonTheory.endOf({ ...fifth, depth: 2 * fifth.depth, width: 2 * fifth.width }).variance;
  expect(Math.abs(doubled / spread.variance - 1)).toBeLessThan(0.02);
  // 7: about three parts of five, nearer than to any other tenth; linear orthogonal walks do not move at all.
  const { orthogonalRelu, relu } = lessons.orthogonal.numbers(seventh, lessonTheory);
  expect(Math.abs(orthogonalRelu / relu - 3 / 5)).toBeLessThan(0.05);
  expect(lessonTheory.endOf({ ...seventh, f: 'linear' })).toEqual({ mean: 0, variance: 0 });
  // 9: four times the layers.
  const { depth, shallowDepth } = lessons.budget.numbers(ninth, lessonTheory);
  expect(depth).toBe(4 * shallowDepth);
});

test('the lessons on networks that are not plain speak of what theory, or a measurement that is tested, says', () => {
  const of = <N>(lesson: number, found: Lesson<N>) => found.numbers(lessonExperiment(lesson), lessonTheory);
  // 11: psi'(50) = 1/50 + 1/(2 50^2) + 1/(6 50^3) - ...; and NumPy's networks to which kindsLaw.gpu.test.ts holds the walks.
  expect(lessonExperiment(11)).toMatchObject({ f: 'linear', width: 100, depth: 200, gain: 'lecun', tied: 1 });
  const { newSpread, ownSpread } = of(11, lessons.sameMatrix);
  expect(newSpread).toBeCloseTo(Math.sqrt(200 * (1 / 50 + 1 / 5000 + 1 / 750_000)), 6);
  expect(ownSpread).toBe(Math.round(Math.sqrt(197.2671)));
  expect(Math.exp(ownSpread / 2) / of(11, lessons.sameMatrix).ownFactor).toBeCloseTo(1, 0);
  // 12: about half a layer, and 1/N of its log, without branches, which add alpha^2 g^2.
  const { plainLogFactor, residual, depth, ...grown } = of(12, lessons.wayRound);
  expect(plainLogFactor).toBeCloseTo(100 * Math.log(0.7) - 50 * (1 / 100 + 1 / 30_000), 3);
  expect(Math.abs(plainLogFactor / of(3, lessons.drift).logFactor - 1)).toBeLessThan(0.02);
  expect(residual).toBeCloseTo(1 / Math.sqrt(depth), 9);
  // ln E z - Var z/(2 (E z)^2) for z = |u + b W u|^2 = 1 + 2 b x/sqrt(N) + b^2 chi^2_N/N; next is of order 1/N^2.
  const step = (square: number) =>
    Math.log(1 + square) - (2 * square + square ** 2) / (grown.width * (1 + square) ** 2);
  expect(grown.logFactor).toBeCloseTo(50 * step(0.0049), 3);
  expect(Math.abs(grown.fullLogFactor / (50 * step(0.49)) - 1)).toBeLessThan(1 / grown.width ** 2);
  expect(grown.deepLogFactor).toBeCloseTo(500 * step(0.00049), 3);
  // 13: the root of pi/(pi - 1) a layer, nothing with rms; tanh as science.md has it.
  const { perLayer, logFactor, rmsLogFactor, tanhPerLayer } = of(13, lessons.normalised);
  expect(perLayer).toBeCloseTo(Math.sqrt(Math.PI / (Math.PI - 1)), 6);
  expect(logFactor).toBeCloseTo(100 * Math.log(perLayer), 6);
  expect(rmsLogFactor).toBeCloseTo(0, 9);
  expect(tanhPerLayer).toBeCloseTo(Math.exp(0.164 / 2), 3);
  for (const gain of [0.5, 3]) {
    const changed = lessons.normalised.numbers({ ...lessonExperiment(13), gain }, lessonTheory);
    expect(changed.perLayer).toBeCloseTo(perLayer, 9);
    // The last step alone knows the gain.
    expect(changed.logFactor - logFactor).toBeCloseTo(Math.log(gain), 6);
  }
  // 14: 1/sqrt(D), and inputs that have become one.
  const cured = of(14, lessons.cured);
  expect(cured.residual).toBeCloseTo(1 / Math.sqrt(cured.depth), 4);
  expect(cured.weights).toBe(1024);
  expect(cured.cosine).toBeGreaterThan(0.998);
});
