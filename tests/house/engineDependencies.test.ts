import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineDependencies } from '../../scripts/engineDependencies.mjs';

const engine = join(import.meta.dirname, '../../src/engine');

/** What a source imports by a package's name, but for types. */
const packagesOf = (source: string) =>
  Array.from(
    source.matchAll(/^(?:import '|(?:import (?!type)[^;']*?|\} )from ')([^#.'][^']*)'/gm),
    ([, name = '']) => name,
  );

test('a server of tests knows every package that the engine imports before it is found in the middle of one', () => {
  const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name))
    .map((name) => readFileSync(join(engine, name), 'utf8'));
  const imported = new Set(sources.flatMap(packagesOf));
  expect(imported.size).toBeGreaterThan(8);
  const unknown = [...imported].filter(
    (name) => !engineDependencies.includes(name) && !name.endsWith('.wasm?url'),
  );
  expect(unknown).toEqual([]);
});
