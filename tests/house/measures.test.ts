import { expect, test } from 'vitest';
import { houseMeasures } from '../../scripts/houseMeasures.mjs';
import { importCycles, importGraph, longestChain, wrongWays } from '../../scripts/measures/imports.mjs';
import { moduleState } from '../../scripts/measures/moduleState.mjs';
import { looseBreakpoints, looseLayers, strayStyles } from '../../scripts/measures/styles.mjs';
import { touchedFiles } from '../../scripts/measures/touched.mjs';

const measures = houseMeasures();

for (const { name, value, limit, offenders } of measures) {
  test(`${name}: at most ${limit}`, () => {
    expect(value, offenders.join('\n')).toBeLessThanOrEqual(limit);
  });
}

const edge = (to: string, isLazy = false) => ({ to, isLazy });

test('imports are seen one by one, lazily, and by a pattern that is loaded at once', () => {
  const files = [
    {
      name: 'run/list.ts',
      text: "import './other.ts';\nimport('#ui/b.ts');\nimport.meta.glob(['./sets/*.ts', '!./sets/no.ts'], { eager: true });\nimport.meta.glob('./later/*.ts');",
    },
    ...['run/sets/one.ts', 'run/sets/no.ts', 'run/sets/deep/two.ts', 'run/later/three.ts'].map((name) => ({
      name,
      text: '',
    })),
  ];
  expect(importGraph(files).get('run/list.ts')).toEqual([
    edge('run/other.ts'),
    edge('ui/b.ts', true),
    edge('run/sets/one.ts'),
  ]);
});

test('a circle of imports is seen, and a file that imports itself', () => {
  const graph = new Map([
    ['run/a.ts', [edge('run/b.ts')]],
    ['run/b.ts', [edge('run/c.ts')]],
    ['run/c.ts', [edge('run/a.ts'), edge('run/d.ts')]],
    ['run/d.ts', [edge('run/d.ts')]],
    ['run/e.ts', [edge('run/a.ts')]],
  ]);
  expect(importCycles(graph).toSorted()).toEqual([['run/a.ts', 'run/b.ts', 'run/c.ts'], ['run/d.ts']]);
});

test('a chain is as long as its longest way within the layer, and a lazy import ends it', () => {
  const graph = new Map([
    ['run/a.ts', [edge('run/c.ts'), edge('run/b.ts')]],
    ['run/b.ts', [edge('run/c.ts')]],
    ['run/c.ts', [edge('theory/d.ts'), edge('run/e.ts', true)]],
    ['theory/d.ts', [edge('theory/f.ts')]],
    ['run/e.ts', []],
    ['theory/f.ts', []],
  ]);
  expect(longestChain(graph, 'run')).toEqual(['run/a.ts', 'run/b.ts', 'run/c.ts']);
  expect(longestChain(graph, 'theory')).toEqual(['theory/d.ts', 'theory/f.ts']);
});

test('an import to the right in the order of layers is seen, and any of plots', () => {
  const graph = new Map([
    ['run/a.ts', [edge('ui/b.ts'), edge('theory/c.ts')]],
    ['api/d.ts', [edge('python/e.ts')]],
    ['plots/f.ts', [edge('theory/c.ts'), edge('plots/g.ts')]],
  ]);
  expect(wrongWays(graph)).toEqual([
    'run/a.ts imports ui/b.ts',
    'api/d.ts imports python/e.ts',
    'plots/f.ts imports theory/c.ts',
  ]);
});

test('a variable of a module is seen where it can change, and a table that nobody changes is not', () => {
  const text = `
    export let shown = 1;
    const table = { a: 1 };
    const cache = new Map<string, number>();
    const list: number[] = [];
    const marks = new WeakMap<object, string>();
    const names = new Set(['a']);
    const none: ReadonlyMap<string, number> = new Map();
    export const put = (name: string) => { cache.set(name, table.a); list[0] = 1; const inner = new Map(); inner.set(1, 2); };
  `;
  expect(moduleState([{ name: 'run/a.ts', text }])).toEqual([
    'run/a.ts: shown',
    'run/a.ts: cache',
    'run/a.ts: list',
    'run/a.ts: marks',
  ]);
});

test('a loose z-index, a loose breakpoint and a sheet that neither its component nor, shared, the page imports are seen', () => {
  const files = [
    { name: 'ui/a/a.css', text: '.a { z-index: 3; }\n.b { z-index: var(--layer-sheet); }' },
    { name: 'ui/b/b.css', text: '@media (max-width: 820px) {}\n@media (--narrow) {}\n@media print {}' },
    { name: 'ui/a/A.tsx', text: "import './a.css';\nimport '#ui/b/b.css';" },
    { name: 'ui/page/page.css', text: '' },
    { name: 'ui/tokens.css', text: '@custom-media --narrow (max-width: 820px);' },
    { name: 'ui/main.tsx', text: "import '#ui/tokens.css';" },
  ];
  expect(looseLayers(files)).toEqual(['ui/a/a.css: .a { z-index: 3; }']);
  expect(looseBreakpoints(files)).toEqual(['ui/b/b.css: @media (max-width: 820px) {}']);
  expect(strayStyles(files)).toEqual(['ui/b/b.css', 'ui/page/page.css']);
});

test('a thing is meant by identifiers, keys, strings and paths; its words are one step in all languages', () => {
  const files = [
    { name: 'engine/data/spirals.ts', text: 'export const spiralsFacts = 1;' },
    { name: 'engine/data/dataSets.ts', text: "import { facts } from './spirals.ts';\nfacts();" },
    { name: 'ui/dictionary/en/choices.ts', text: "export const data = { spirals: 'a' };" },
    { name: 'ui/dictionary/de/choices.ts', text: "export const data = { spirals: 'b' };" },
    { name: 'ui/train/Figure.tsx', text: "export const isPlane = (data: string) => data === 'spirals';" },
    { name: 'ui/train/Help.tsx', text: "/** Of spirals. */\nexport const help = 'points on spirals';" },
  ];
  expect(touchedFiles(files).find(({ kind }) => kind === 'data set')?.files).toEqual([
    'engine/data/spirals.ts',
    'engine/data/dataSets.ts',
    'ui/dictionary/*/choices.ts',
    'ui/train/Figure.tsx',
  ]);
});
