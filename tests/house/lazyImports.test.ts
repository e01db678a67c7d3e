import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Calls that load a part, with its words or without: a failure is said and can be tried again. */
const loaders =
  /\b(lazyPart\('\w+', \(\) =>|loadPart\(\(\) =>|loadPatiently\(\(\) =>)\s*(loadWith\('\w+', \(\) =>\s*)*$/;

/** What stands before each `import(` of a source text. */
const beforeImports = (source: string) =>
  Array.from(source.matchAll(/\bimport\(/g), ({ index }) => source.slice(0, index));

test('every import() is loaded by one of the three calls that can be tried again', () => {
  const bare: string[] = [];
  let seen = 0;
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    // Dictionaries name their sections, which `loadWith` loads.
    if (!/\.tsx?$/.test(name) || /dictionary\/\w+\/dictionary\.ts$/.test(name)) continue;
    const source = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const before of beforeImports(source)) {
      seen += 1;
      if (!loaders.test(before)) bare.push(`${name}: ${before.slice(-60)}`);
    }
  }
  expect(seen).toBeGreaterThan(15);
  expect(bare).toEqual([]);
});

test('a bare import() would be seen', () => {
  expect(loaders.test('lazy(() => import('.slice(0, -7))).toBe(false);
  expect(loaders.test("lazyPart('share', () =>\n  ")).toBe(true);
});
