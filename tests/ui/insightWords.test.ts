import { expect, test } from 'vitest';
import { languageNames } from '#experiment/language.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

test('a look says what of the network it leaves out, and nothing of a plain one', async () => {
  const { plain } = (await wholeDictionary('en')).insight;
  expect(plain(true, false, false)).toBe('Without branches');
  expect(plain(true, true, true)).toBe(
    'Without branches and normalisation. With new matrices in every layer',
  );
});

test.each(languageNames)('%s: each thing that is left out has words of its own', async (language) => {
  const { plain } = (await wholeDictionary(language)).insight;
  expect(plain(false, false, false)).toBe('');
  const [branches, tied, norm] = [
    plain(true, false, false),
    plain(false, true, false),
    plain(false, false, true),
  ];
  expect(new Set([branches, tied, norm, '']).size).toBe(4);
  expect(plain(true, true, false)).toBe(`${branches}. ${tied}`);
  expect(plain(true, false, true)).toMatch(new RegExp(`^${branches} .{4,}$`));
});
