import { expect, test } from 'vitest';
import { parameterKeys } from '#experiment/experiment.ts';
import { languageOf } from '#experiment/language.ts';
import { stateDe } from '#experiment/link/stateDe.ts';
import { stateEn } from '#experiment/link/stateEn.ts';
import { schema } from '#experiment/schema.ts';
import { embedDe } from '#ui/embed/embedDe.ts';
import { embedEn } from '#ui/embed/embedEn.ts';
import { exportDe } from '#ui/export/exportDe.ts';
import { exportEn } from '#ui/export/exportEn.ts';
import { insightDe } from '#ui/insight/insightDe.ts';
import { insightEn } from '#ui/insight/insightEn.ts';
import { learnDe } from '#ui/learn/learnDe.ts';
import { learnEn } from '#ui/learn/learnEn.ts';
import { lessonsDe } from '#ui/learn/lessonsDe.ts';
import { lessonsEn } from '#ui/learn/lessonsEn.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';
import { offlineDe } from '#ui/offline/offlineDe.ts';
import { offlineEn } from '#ui/offline/offlineEn.ts';
import { pythonDe } from '#ui/python/pythonDe.ts';
import { pythonEn } from '#ui/python/pythonEn.ts';
import { scaleDe } from '#ui/scale/scaleDe.ts';
import { scaleEn } from '#ui/scale/scaleEn.ts';
import { shareDe } from '#ui/share/shareDe.ts';
import { shareEn } from '#ui/share/shareEn.ts';
import { de } from '#ui/text/de.ts';
import { en } from '#ui/text/en.ts';
import { parametersDe } from '#ui/text/parametersDe.ts';
import { trainDe } from '#ui/train/trainDe.ts';
import { trainEn } from '#ui/train/trainEn.ts';

const dictionaries = {
  page: [en, de],
  state: [stateEn, stateDe],
  train: [trainEn, trainDe],
  scale: [scaleEn, scaleDe],
  learn: [learnEn, learnDe],
  insight: [insightEn, insightDe],
  share: [shareEn, shareDe],
  export: [exportEn, exportDe],
  python: [pythonEn, pythonDe],
  embed: [embedEn, embedDe],
  offline: [offlineEn, offlineDe],
} as const;

/** What a function of a dictionary can say: its literals without their values. */
const literals = (source: string) =>
  Array.from(source.matchAll(/`[^`]*`|'[^']*'|"[^"]*"/g), ([text]) => text.replace(/\$\{[^}]*\}/g, '')).join(
    ' ',
  );

/** Every text of a dictionary under its path; a function counts by its literals. */
function leaves(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, literals(String(words))]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

/** Words of at least four letters in a row: a text with none (ReLU, g*, ± 2 sd) is the same in both. */
const hasWords = (text: string) => /[a-zäöüß]{4,}/.test(text);

/** Names and terms that German borrows. */
const borrowed =
  /^(linear|tanh|sigmoid|swish|leaky ReLU|orthogonal|Gradient Walk|Python|Deutsch|English|training|LeCun, Glorot|MNIST|gain|Pause|WebAssembly)$/i;

for (const [name, [english, german]] of Object.entries(dictionaries)) {
  test(`${name}: the German words have the same keys, and none was left in English`, () => {
    const theirs = new Map(leaves(german));
    const ours = leaves(english);
    expect([...theirs.keys()].sort()).toEqual(ours.map(([path]) => path).sort());
    const same = ours.filter(([path, text]) => {
      const other = theirs.get(path) ?? '';
      return hasWords(text) && !borrowed.test(text) && text === other;
    });
    expect(same).toEqual([]);
    for (const [path, text] of theirs) if (!path.endsWith('columns')) expect(text, path).not.toBe('');
  });
}

test('every parameter has a German name and sentence of its own', () => {
  for (const key of parameterKeys) {
    expect(parametersDe[key].help, key).toMatch(/^\S.{15,}\.$/);
    expect(parametersDe[key].help, key).not.toBe(schema[key].help);
    expect(parametersDe[key].label.length, key).toBeGreaterThan(2);
  }
});

test('every lesson is told in German, with the same numbers, choices and right answer', () => {
  for (let lesson = 1; lesson <= 10; lesson++) {
    const [ours, theirs] = [lessonTexts(lesson, lessonsEn), lessonTexts(lesson, lessonsDe)];
    expect(theirs.choices).toHaveLength(ours.choices.length);
    expect(theirs.right).toBe(ours.right);
    for (const key of ['title', 'question', 'reveal', 'experiment', 'notes'] as const) {
      expect(theirs[key], `${lesson} ${key}`).not.toBe(ours[key]);
      expect(theirs[key], `${lesson} ${key}`).not.toMatch(/NaN|undefined/);
    }
    const numbersOf = (text: string) => (text.match(/\d+\.\d+/g) ?? []).sort();
    expect(numbersOf(theirs.reveal)).toEqual(numbersOf(ours.reveal));
  }
});

test('the browser’s first language that the page speaks is taken, unless the link says otherwise', () => {
  expect(languageOf('auto', ['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageOf('auto', ['fr'])).toBe('en');
  expect(languageOf('auto', [])).toBe('en');
  expect(languageOf('en', ['de'])).toBe('en');
  expect(languageOf('de', ['en'])).toBe('de');
});
