import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { lessons as lessonsDe } from '#ui/dictionary/de/lessons.ts';
import { lessons as lessonsEn } from '#ui/dictionary/en/lessons.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';

speakEnglish();

const english = readFileSync('docs/TEACHING.md', 'utf8');
const german = readFileSync('docs/TEACHING.de.md', 'utf8');
const pages = { English: [english, lessonsEn], German: [german, lessonsDe] } as const;

const linksOf = (page: string) => Array.from(page.matchAll(/\]\((#[^)]*)\)/g), ([, link = '']) => link);

/** The parts of a page between its headings, the heading first. */
const partsOf = (page: string) => page.split(/^(?=##? )/m).filter((part) => part.trim() !== '');

/** What a part holds besides words: its questions with their answers, its links, what it sets apart. */
const shapeOf = (part: string) => ({
  level: part.match(/^#+/)?.[0].length,
  questions: part.match(/^\d+\. .+\? \*.+\*$/gm)?.length ?? 0,
  bullets: part.match(/^\* /gm)?.length ?? 0,
  aims: part.match(/^\*(Aim|Say|Ziel|Sagen):\* \S/gm)?.length ?? 0,
  links: linksOf(part),
  files: part.match(/`[^`]+`/g) ?? [],
});

for (const [language, [page, words]] of Object.entries(pages)) {
  test(`${language}: every lesson has its part of the teacher’s page, with an aim and three questions`, () => {
    const parts = partsOf(page).filter((part) => /^## \d/.test(part));
    expect(parts).toHaveLength(lessonNames.length);
    for (const [i, part] of parts.entries()) {
      expect(part.split('\n')[0]).toBe(`## ${i + 1}. ${lessonTexts(i + 1, words).title}`);
      expect(shapeOf(part)).toMatchObject({ questions: 3, aims: 2 });
      expect(shapeOf(part).links).toHaveLength(2);
    }
  });

  test(`${language}: every link of the teacher’s page opens without a notice`, () => {
    const links = linksOf(page);
    // Two of every lesson, and one of a misconception.
    expect(links).toHaveLength(2 * lessonNames.length + 1);
    for (const link of links) {
      const { notices, unknown } = parseLink(link);
      expect([link, notices, unknown]).toEqual([link, [], []]);
    }
  });
}

test('the teacher’s page says the same in both languages: the same parts, questions, and links in the same places', () => {
  const [ours, theirs] = [partsOf(english), partsOf(german)];
  expect(theirs.map(shapeOf)).toEqual(ours.map(shapeOf));
  for (const [i, part] of ours.entries()) {
    const ratio = (theirs[i]?.length ?? 0) / part.length;
    expect(ratio, part.slice(0, 40)).toBeGreaterThan(0.8);
    expect(ratio, part.slice(0, 40)).toBeLessThan(1.6);
  }
});

test('no sentence of the German page was left in English', () => {
  const lines = new Set(english.split('\n').filter((line) => /[a-z]{4}/.test(line)));
  expect(german.split('\n').filter((line) => lines.has(line))).toEqual([]);
  expect(german).not.toMatch(/\b(the|layers|lesson|weights|with)\b(?![=&])/);
});

test('the numbers of the teacher’s page are those of the lessons', () => {
  // 1.01^500, 2^(3/2), ln 10, the ReLU correlation map a hundred layers on, and pi/(pi - 1) with its root.
  const [factor, power, guessing] = [Math.round(1.01 ** 500), (2 ** 1.5).toFixed(2), Math.log(10).toFixed(3)];
  expect(english).toContain(`a factor of about ${factor}`);
  expect(english).toContain(`${power} times the variance`);
  expect(english).toContain(`${guessing} for ten`);
  expect(english).toContain('*0.996, from 0 at the start.*');
  const ratio = Math.PI / (Math.PI - 1);
  const [square, perLayer] = [ratio.toFixed(3), Math.sqrt(ratio).toFixed(2)];
  expect(english).toContain(`half over that is ${square}, and its root is ${perLayer}`);
  const comma = (text: string) => text.replace('.', ',');
  expect(german).toContain(`ein Faktor von etwa ${factor}`);
  expect(german).toContain(`Die ${comma(power)}-fache Varianz`);
  expect(german).toContain(`${comma(guessing)} bei zehn`);
  expect(german).toContain('*0,996, von 0 am Anfang.*');
  expect(german).toContain(
    `die Hälfte durch diese ist ${comma(square)}, und die Wurzel daraus ${comma(perLayer)}`,
  );
});
