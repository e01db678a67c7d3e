import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { addSections } from '#experiment/dictionary/dictionary.ts';
import type { Experiment, SweepName } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { gainSearch } from '#experiment/gains.ts';
import { languageNames } from '#experiment/language.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import type { SweepPlan } from '#run/sweeps/sweepPlan.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { scale } from '#ui/dictionary/en/scale.ts';
import { columns, sweeps as english } from '#ui/dictionary/en/sweeps.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { curveData } from '#ui/scale/figures/curveData.ts';
import { mapData } from '#ui/scale/figures/mapData.ts';
import { shownText } from '#ui/scale/figures/shownText.ts';
import { sweepText } from '#ui/scale/figures/sweepText.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { deepUnless } from '../deep.ts';
import { measuredPoints } from '../run/sweeps/measuredPoints.ts';
import { sweepExperiments } from '../run/sweeps/sweepExperiments.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

speakEnglish();
addSections({ scale });

const others = languageNames.filter((name) => name !== 'en');

/** Experiments of all kinds, and networks wide enough for each theory of finite width. */
const experiments: readonly Partial<Experiment>[] = [
  ...Object.values(sweepExperiments),
  { f: 'relu', weights: 'sign', depth: 20, width: 40, walks: 40 },
  { f: 'tanh', depth: 10, width: 100, walks: 40 },
  { f: 'gelu', depth: 20, width: 24, walks: 40, sampler: 'free' },
  { f: 'tanh', depth: 4, width: 20, walks: 40, widths: [40, 9, 40] },
];

/** The gain of an experiment's sweep as a search by walks would have found it. */
function foundFor(experiment: Experiment): FoundGains {
  const search = gainSearch(sweptExperiment(experiment));
  return search ? withFoundGain(noFoundGains, search, { value: 1.3, error: 0.01 }) : noFoundGains;
}

const plansOf = (sweep: SweepName): SweepPlan[] =>
  experiments.flatMap((patch) => {
    const experiment: Experiment = { ...defaultExperiment, view: 'scale', sweep, ...patch };
    // Where no gain is searched for there is nothing to find.
    return [...new Set([noFoundGains, foundFor(experiment)])].map((found) => planSweep(experiment, found));
  });

/** All that a sweep's page says of itself, before and after points have arrived. */
function everyText(plan: SweepPlan, phrases: Phrases): string {
  const said = [new Map(), measuredPoints(plan.points)].flatMap((measured) => [
    ...plan.figures.map(({ title, ...figure }) =>
      figure.kind === 'curves'
        ? curveData(phrases, title(), figure.draw(measured))
        : mapData(phrases, title(), figure.draw(measured)),
    ),
    sweepText(phrases, plan.outcome(measured)),
  ]);
  const choices = plan.figures.flatMap(({ choice }) => (choice === undefined ? [] : [phrases[choice]]));
  return JSON.stringify([said, choices, plan.layout === 'switched' ? phrases.key : '']);
}

describe.each(sweepNames)('the words of the %s sweep', (sweep) => {
  // Theory of some sweeps' many points takes seconds.
  const isCheap = !['map', 'width', 'budget', 'cures'].includes(sweep);
  test(
    'are there for all it says, none is left over, and every value finds its place',
    deepUnless(isCheap),
    () => {
      const asked = new Set<string>();
      const phrases: Phrases = english[sweep].phrases;
      const listening = new Proxy(phrases, {
        get: (words, key: string) => {
          asked.add(key);
          return words[key];
        },
      });
      const texts = plansOf(sweep).map((plan) => everyText(plan, listening));
      expect([...asked].filter((key) => !(key in phrases))).toEqual([]);
      expect(Object.keys(phrases).filter((key) => !asked.has(key))).toEqual([]);
      for (const text of texts) expect(text).not.toMatch(/\{\w+\}|undefined/);
    },
  );

  test.each(others)('have the same values in %s, and none is forgotten', async (language) => {
    const theirs = (await wholeDictionary(language)).scale.sweeps[sweep];
    const names = (template: string | undefined) => (template?.match(/\{\w+\}/g) ?? []).toSorted();
    const translated: Phrases = theirs.phrases;
    for (const [key, template] of Object.entries<string>(english[sweep].phrases)) {
      expect(names(translated[key]), key).toEqual(names(template));
    }
    // Only English has an article before the function's name.
    const withoutArticle = names(english[sweep].sentence).filter((name) => name !== '{a}');
    expect(names(theirs.sentence)).toEqual(withoutArticle);
  });

  test('name every column of its table', () => {
    const plan = planSweep({ ...defaultExperiment, view: 'scale', sweep }, noFoundGains);
    expect(plan.table(new Map()).columns.filter((name) => !(name in columns))).toEqual([]);
  });
});

test('a coefficient loses the zeros at its end, and a whole number none of its own', () => {
  const short = (value: number) => shownText({ as: 'short', value });
  expect([2, 0.1, 10, 100, 4.997, 1.5].map(short)).toEqual(['2', '0.1', '10', '100', '5', '1.5']);
});
