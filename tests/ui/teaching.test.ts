import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LanguageName, languageNames } from '#experiment/language.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

speakEnglish();

const pageOf = (language: LanguageName) =>
  readFileSync(language === 'en' ? 'docs/TEACHING.md' : `docs/TEACHING.${language}.md`, 'utf8');
const english = pageOf('en');

const linksOf = (page: string) => Array.from(page.matchAll(/\]\((#[^)]*)\)/g), ([, link = '']) => link);

/** The parts of a page between its headings, the heading first. */
const partsOf = (page: string) => page.split(/^(?=##? )/m).filter((part) => part.trim() !== '');

/** What a part holds besides words: its questions with their answers, its links, what it sets apart. */
const shapeOf = (part: string) => ({
  level: part.match(/^#+/)?.[0].length,
  questions: part.match(/^\d+\. .+\? \*.+\*$/gm)?.length ?? 0,
  bullets: part.match(/^\* /gm)?.length ?? 0,
  aims: part.match(/^\*[^*]+:\* \S/gm)?.length ?? 0,
  links: linksOf(part),
  files: part.match(/`[^`]+`/g) ?? [],
});

describe.each(languageNames)('%s', (language) => {
  const page = pageOf(language);

  test('every lesson has its part of the teacher’s page, with an aim and three questions', async () => {
    const { lessons } = await wholeDictionary(language);
    const parts = partsOf(page).filter((part) => /^## \d/.test(part));
    expect(parts).toHaveLength(lessonNames.length);
    for (const [i, part] of parts.entries()) {
      expect(part.split('\n')[0]).toBe(`## ${i + 1}. ${lessonTexts(i + 1, lessons).title}`);
      expect(shapeOf(part)).toMatchObject({ questions: 3, aims: 2 });
      expect(shapeOf(part).links).toHaveLength(2);
    }
  });

  test('every link of the teacher’s page opens without a notice', () => {
    const links = linksOf(page);
    // Two of every lesson, and one of a misconception.
    expect(links).toHaveLength(2 * lessonNames.length + 1);
    for (const link of links) {
      const { notices, unknown } = parseLink(link);
      expect([link, notices, unknown]).toEqual([link, [], []]);
    }
  });

  test('the dictionary carries the page', async () => {
    expect((await wholeDictionary(language)).teaching).toBe(page);
  });

  test('the numbers of the teacher’s page are those of the lessons, as the language writes them', () => {
    const parts = partsOf(page);
    const written = (value: number, digits: number) =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value);
    // pi/(pi - 1), what a layer norm does to the gradient of ReLUs.
    const ratio = Math.PI / (Math.PI - 1);
    for (const [lesson, value, digits] of [
      [4, 1.01 ** 500, 0],
      [8, Math.log(10), 3],
      [9, 2 ** 1.5, 2],
      // The ReLU correlation map a hundred layers on.
      [10, 0.996, 3],
      [13, ratio, 3],
      [13, Math.sqrt(ratio), 2],
    ] as const) {
      const part = parts.find((text) => text.startsWith(`## ${lesson}. `)) ?? '';
      expect(part).toMatch(new RegExp(`(?<![\\d.,])${written(value, digits)}(?!\\d|[.,]\\d)`));
    }
  });
});

const others = languageNames.filter((name) => name !== 'en');

test.each(others)(
  '%s says the same as English: the same parts, questions, links in the same places',
  (language) => {
    const [ours, theirs] = [partsOf(english), partsOf(pageOf(language))];
    expect(theirs.map(shapeOf)).toEqual(ours.map(shapeOf));
    for (const [i, part] of ours.entries()) {
      const ratio = (theirs[i]?.length ?? 0) / part.length;
      expect(ratio, part.slice(0, 40)).toBeGreaterThan(0.8);
      expect(ratio, part.slice(0, 40)).toBeLessThan(1.6);
    }
  },
);

test.each(others)('no sentence of the page in %s was left in English', (language) => {
  const lines = new Set(english.split('\n').filter((line) => /[a-z]{4}/.test(line)));
  const page = pageOf(language);
  expect(page.split('\n').filter((line) => lines.has(line))).toEqual([]);
  expect(page).not.toMatch(/\b(the|layers|lesson|weights|with)\b(?![=&])/);
});
