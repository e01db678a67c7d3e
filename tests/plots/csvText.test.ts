import { expect, test } from 'vitest';
import { csvText } from '#plots/csvText.ts';

test('comments first, then names and numbers that read back as the same numbers; null is empty', () => {
  const values = [0.1 + 0.2, -1.249000902703301e-16, 1e300, 5];
  const text = csvText(['a', 'https://x/#depth=5\nb'], ['x', 'y'], [values.slice(0, 2), [null, 5]]);
  const lines = text.trimEnd().split('\n');
  expect(lines.slice(0, 3)).toEqual(['# a', '# https://x/#depth=5 b', 'x,y']);
  expect(lines[3]?.split(',').map(Number)).toEqual(values.slice(0, 2));
  expect(lines[4]).toBe(',5');
});

test('a name with a comma or a quote is quoted', () => {
  expect(csvText([], ['a,b', 'say "x"'], [])).toBe('"a,b","say ""x"""\n');
});
