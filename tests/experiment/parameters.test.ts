import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkTable } from '#experiment/link/linkTable.ts';
import { parameterKeys, parameters } from '#experiment/parameters.ts';
import { version } from '#experiment/version.ts';
import packageFile from '../../package.json' with { type: 'json' };

test('every default is a value of its own codec', () => {
  for (const key of parameterKeys) {
    const { codec, default: standard } = parameters[key];
    // Every codec has its own value type; the text is what they have in common.
    const text = String(standard);
    expect(codec.parse(text), key).toEqual({ kind: 'read', value: standard });
  }
});

test('every parameter says what it is in a sentence', () => {
  for (const key of parameterKeys) {
    expect(parameters[key].help, key).toMatch(/^\S.{15,}\.$/);
    expect(parameters[key].label.length, key).toBeGreaterThan(2);
  }
});

test('the README shows exactly the link table of the code', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<!-- link table: [^>]*-->\n\n([\s\S]*?)\n\n<!-- end of link table -->/.exec(readme)?.[1];
  expect(shown).toBe(linkTable());
});

test('the version of the code is that of package.json and stands in the changelog', () => {
  expect(version).toBe(packageFile.version);
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${version}`);
});
