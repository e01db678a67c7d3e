import { expect, test } from 'vitest';
import { parameterKeys } from '#experiment/experiment.ts';
import { languageNames, languages, selectLanguage } from '#experiment/language.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';
import { languagesOfFolders, wholeDictionary } from '../wholeDictionary.ts';

speakEnglish();

const english = await wholeDictionary('en');
const others = languageNames.filter((name) => name !== 'en');

/** Compared by tests of their own: lessons as they are told, parameters, a document. */
const apart = ['lessons', 'parameters', 'teaching'];
const sections = Object.entries(english).filter(([name]) => !apart.includes(name));

test('every language of the list has a dictionary, and there is no other', () => {
  expect(languagesOfFolders().sort()).toEqual([...languageNames].sort());
});

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

/** Names and terms that other languages borrow, or have from the same Latin. */
const borrowed =
  /^(linear|tanh|sigmoid|swish|leaky ReLU|orthogonal|Gradient Walk|Python|training|LeCun, Glorot|MNIST|Pause|WebAssembly|gain|gain \{gain\}|exact|activations|gradients|question|page|normalisation|classes)$/i;
const isBorrowed = (text: string) => borrowed.test(text) || Object.values<string>(languages).includes(text);

for (const language of others) {
  const foreign = await wholeDictionary(language);

  test.each(sections)(
    `${language}, %s: the same keys as in English, and nothing was left in English`,
    (name, section) => {
      const theirs = new Map(leaves({ ...foreign }[name]));
      const ours = leaves(section);
      expect([...theirs.keys()].sort()).toEqual(ours.map(([path]) => path).sort());
      const same = ours.filter(([path, text]) => {
        const other = theirs.get(path) ?? '';
        return hasWords(text) && !isBorrowed(text) && text === other;
      });
      expect(same).toEqual([]);
      for (const [path, text] of theirs) if (!path.endsWith('columns')) expect(text, path).not.toBe('');
    },
  );

  test(`${language}: every parameter has a name and a sentence of its own`, () => {
    for (const key of parameterKeys) {
      expect(foreign.parameters[key].help, key).toMatch(/^\S.{15,}\.$/);
      expect(foreign.parameters[key].help, key).not.toBe(english.parameters[key].help);
      expect(foreign.parameters[key].label.length, key).toBeGreaterThan(2);
    }
  });

  test(`${language}: every lesson is told, with the same numbers, choices and right answer`, () => {
    for (let lesson = 1; lesson <= 10; lesson++) {
      const [ours, theirs] = [lessonTexts(lesson, english.lessons), lessonTexts(lesson, foreign.lessons)];
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
}

test('the browser’s first language that the page speaks is taken, unless the link says otherwise', () => {
  expect(selectLanguage('auto', ['nl-NL', 'de-AT', 'en'])).toBe('de');
  expect(selectLanguage('auto', ['nl'])).toBe('en');
  expect(selectLanguage('auto', [])).toBe('en');
  expect(selectLanguage('en', ['de'])).toBe('en');
  expect(selectLanguage('de', ['en'])).toBe('de');
});
