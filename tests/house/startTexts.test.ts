import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languageNames } from '#experiment/language.ts';
import { withStartTexts } from '../../scripts/startTexts.mjs';

const html = readFileSync('index.html', 'utf8');
const page = withStartTexts(html, languageNames);

const textsOf = (language: string) =>
  new RegExp(`<div lang="${language}">([\\s\\S]*?)</div>`).exec(page)?.[1] ?? '';
const paragraphsOf = (language: string) =>
  Array.from(
    textsOf(language).matchAll(/<p data-when="(\w+)">([\s\S]*?)<\/p>/g),
    ([, when = '', text = '']) => ({
      when,
      tags: text.match(/<[^>]*>/g) ?? [],
      text: text.replace(/<[^>]*>/g, ''),
    }),
  );

test('index.html names no language but English, whose place it keeps', () => {
  expect(html).not.toMatch(/<div lang=/);
  expect(page).toContain(
    `var spoken = ${JSON.stringify(Object.fromEntries(languageNames.map((name) => [name, []])))};`,
  );
});

const english = paragraphsOf('en');
test.each(languageNames.filter((name) => name !== 'en'))(
  '%s says the same as English until the app stands, with the same links, in words of its own',
  (language) => {
    const theirs = paragraphsOf(language);
    expect(theirs.map(({ when, tags }) => [when, tags])).toEqual(
      english.map(({ when, tags }) => [when, tags]),
    );
    for (const [i, { text }] of theirs.entries()) expect(text).not.toBe(english[i]?.text);
    expect(page).toContain(`html:not([lang="${language}"]) #start [lang="${language}"]`);
  },
);

test('every reason for which the page may not stand is said', () => {
  const reasons = new Set(english.map(({ when }) => when));
  for (const when of ['waiting', 'slow', 'lost', 'framed', 'old', 'broken']) expect(reasons).toContain(when);
});

test('a page without a place for them is not built', () => {
  expect(() => withStartTexts('<html></html>', languageNames)).toThrow('index.html');
});
