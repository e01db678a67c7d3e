import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { addSections } from '#experiment/dictionary/dictionary.ts';
import { languageNames } from '#experiment/language.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { questionNames } from '#experiment/questions/questionNames.ts';
import { questions } from '#experiment/questions/questions.ts';
import { sharedWeights, sharedWidth, weightsOf } from '#experiment/questions/shape.ts';
import { findingFigures } from '#run/questions/figures.ts';
import { findings } from '#ui/dictionary/en/findings/findings.ts';
import { findingTexts } from '#ui/dictionary/en/findings/findingTexts.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { findingNumbers } from '#ui/findings/findingNumbers.ts';
import { answersOf } from '../answersOf.ts';
import { wholeDictionary } from '../wholeDictionary.ts';
import { experimentsDocument } from './experimentsDocument.ts';

beforeAll(() => {
  speakEnglish();
  addSections({ findings, findingTexts });
});

const path = 'docs/EXPERIMENTS.md';

test('docs/EXPERIMENTS.md is what the answers and the words of the app say', () => {
  const document = experimentsDocument();
  if (process.env.UPDATE_DOCUMENT) writeFileSync(path, document);
  expect(readFileSync(path, 'utf8')).toBe(document);
  expect(document).not.toMatch(/NaN|undefined|Infinity/);
});

test.each(questionNames)(
  '%s: every trial of digits at full size is on record, and no line is written twice',
  (question) => {
    const { answers } = answersOf(question);
    const keyOf = (one: { part: string; series: string; x: number; seed: number }) =>
      [one.part, one.series, one.x, one.seed].join(' ');
    const made = answers.filter(({ data, size }) => data === 'digits' && size === 'full').map(keyOf);
    expect(new Set(made).size).toBe(made.length);
    const asked = questions[question].trials({ data: 'digits', size: 'full' }).map(keyOf);
    expect(asked.filter((key) => !made.includes(key))).toEqual([]);
    for (const data of ['mnist', 'phones'] as const) {
      const small = questions[question].trials({ data, size: 'small' }).map(keyOf);
      const there = answers.filter((answer) => answer.data === data).map(keyOf);
      expect(small.filter((key) => !there.includes(key))).toEqual([]);
    }
  },
);

test.each(questionNames)('%s: the links on record open what was trained', (question) => {
  for (const { link, x, series, gain, data } of answersOf(question).answers) {
    const { experiment, notices } = parseLink(`#${link}`);
    expect(notices, link).toEqual([]);
    expect(experiment).toMatchObject({ view: 'train', data });
    if (question === 'gain') expect(experiment).toMatchObject({ depth: Number(series) });
    if (typeof experiment.gain === 'number') expect(experiment.gain).toBeCloseTo(gain, 4);
    if (question === 'shape') expect(experiment.depth).toBe(x);
  }
});

test('a budget is kept at every depth, but for rounding the width', () => {
  for (const depth of [2, 5, 10, 20, 50, 100, 200]) {
    const width = sharedWidth('digits', depth);
    const step = weightsOf('digits', depth, width + 1) - weightsOf('digits', depth, width);
    expect(Math.abs(weightsOf('digits', depth, width) - sharedWeights)).toBeLessThan(0.51 * step);
  }
});

test.each(languageNames)(
  '%s: every question is told with the same numbers, and every figure has a name',
  async (language) => {
    const words = await wholeDictionary(language);
    for (const question of questionNames) {
      const { answers } = answersOf(question);
      const came = words.findingTexts[question].came(findingNumbers(question, answers));
      const numbersOf = (texts: readonly string[]) =>
        (texts.join(' ').match(/\d+\u00a0±\u00a0\d+/g) ?? []).sort();
      expect(numbersOf(came)).toEqual(
        numbersOf(findingTexts[question].came(findingNumbers(question, answers))),
      );
      expect(came.join(' '), question).not.toMatch(/NaN|undefined|none/);
      for (const { name, series } of findingFigures[question]) {
        expect(words.findingTexts[question].figures[name], name).toMatch(/\S/);
        for (const one of series)
          if (!/^\d+$/.test(one)) expect(words.findings.series[one], one).toMatch(/\S/);
      }
    }
  },
);
