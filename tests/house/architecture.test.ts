import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Documents of the repository that the app shows, in any language; they are text, not code. */
const document = /^\/docs\/TEACHING(\.\w\w)?\.md\?raw$/;

/** What each layer may import: layers (`engine` only through its entries unless it is the engine) and packages. */
const table = {
  theory: { layers: [], packages: [] },
  engine: { layers: ['theory'], packages: ['@tensorflow/', 'idb-keyval', 'ml-matrix'] },
  experiment: { layers: ['theory', 'engine'], packages: [] },
  run: { layers: ['theory', 'engine', 'experiment'], packages: ['zustand', 'idb-keyval'] },
  python: { layers: ['theory', 'engine', 'experiment', 'run'], packages: [] },
  api: { layers: ['theory', 'engine', 'experiment', 'run'], packages: ['zustand'] },
  plots: { layers: [], packages: ['d3'] },
  ui: {
    layers: ['theory', 'experiment', 'run', 'python', 'api', 'plots'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'radix-ui',
      'marked',
      'temml',
      'uqr',
      'workbox-window',
      '@fontsource-variable/',
    ],
  },
} as const;

type Layer = keyof typeof table;
const layers = Object.keys(table) as Layer[];
const engineEntries = [
  '#engine/insight/client.ts',
  '#engine/insight/protocol.ts',
  '#engine/train/checkpoint.ts',
  '#engine/train/client.ts',
  '#engine/train/protocol.ts',
  '#engine/walk/client.ts',
  '#engine/walk/protocol.ts',
  '#engine/worker/client.ts',
  '#engine/worker/protocol.ts',
  '#engine/worker/reason.ts',
];

interface Import {
  readonly file: string;
  readonly from: string;
}

function filesOf(layer: Layer): string[] {
  return readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, 'src', layer, name));
}

function importsOf(layer: Layer): Import[] {
  return filesOf(layer).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const found = source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    return Array.from(found, ([, from = '']) => ({ file: relative(root, file), from }));
  });
}

function isAllowed(layer: Layer, from: string): boolean {
  const { layers: allowed, packages } = table[layer];
  if (from.startsWith('./') || (layer === 'ui' && document.test(from))) return true;
  if (from.startsWith('#')) {
    const target = from.slice(1).split('/')[0] ?? '';
    if (target === layer) return true;
    if (target === 'engine' && !engineEntries.includes(from)) return false;
    return (allowed as readonly string[]).includes(target);
  }
  return (packages as readonly string[]).some((name) =>
    name.endsWith('/') ? from.startsWith(name) : from === name || from.startsWith(`${name}/`),
  );
}

for (const layer of layers) {
  test(`${layer}/ imports only what its row of the table allows`, () => {
    expect(filesOf(layer).length, `files seen in src/${layer}`).toBeGreaterThan(0);
    expect(importsOf(layer).filter(({ from }) => !isAllowed(layer, from))).toEqual([]);
  });
}

test('no import climbs out of its folder, and none lacks its extension', () => {
  const all = layers.flatMap(importsOf);
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(({ from }) => from.includes('../'))).toEqual([]);
  expect(
    all.filter(({ from }) => /^[.#]/.test(from) && !/\.(ts|tsx|css)$/.test(from.replace(/\?.*$/, ''))),
  ).toEqual([]);
});

test('the architecture document names every layer', () => {
  const text = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
  for (const layer of layers) expect(text).toContain(`\`${layer}/\``);
});

test('the test reads imports at all: a forbidden one would be seen', () => {
  expect(isAllowed('theory', 'd3')).toBe(false);
  expect(isAllowed('plots', '#run/store.ts')).toBe(false);
  expect(isAllowed('run', '#engine/device/backend.ts')).toBe(false);
  expect(isAllowed('ui', '#engine/walk/client.ts')).toBe(false);
});
