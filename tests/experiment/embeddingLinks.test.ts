import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';

beLenient(lenient);

const page = readFileSync('docs/EMBEDDING.md', 'utf8');

test('every recipe’s link opens without a notice, embedded where it says so', () => {
  const links = Array.from(page.matchAll(/(?:walk\/|html)([#?][^"`\s]*)/g), ([, link = '']) => link);
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    const { experiment, notices, unknown } = parseLink(link.replaceAll('&amp;', '&').replace(/^\?/, '#'));
    expect([link, notices, unknown]).toEqual([link, [], []]);
    expect([experiment.f, experiment.depth, experiment.embed]).toEqual([
      'relu',
      200,
      /embed=1/.test(link) ? 1 : 0,
    ]);
  }
});

test('every file that a recipe or its test names is there', () => {
  const names = Array.from(page.matchAll(/`((?:tests|examples)\/[\w./-]+)`/g), ([, name = '']) => name);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(existsSync(name.replace(/^examples/, 'public/examples')), name).toBe(true);
});

test('every row of the table says what holds it, or that nothing was run', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!place|---)/.test(line));
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) expect(row).toMatch(/not run here|\.spec\.ts/);
});
