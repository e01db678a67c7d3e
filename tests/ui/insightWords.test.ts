import { expect, test } from 'vitest';
import { insight as german } from '#ui/dictionary/de/insight.ts';
import { insight as english } from '#ui/dictionary/en/insight.ts';

test('a look says what of the network it leaves out, and nothing of a plain one', () => {
  for (const { plain } of [english, german]) expect(plain(false, false, false)).toBe('');
  expect(english.plain(true, false, false)).toBe('Without branches');
  expect(english.plain(true, true, true)).toBe(
    'Without branches and normalisation. With new matrices in every layer',
  );
  expect(german.plain(false, true, true)).toBe('Ohne Normierung. Mit neuen Matrizen in jeder Schicht');
});
