import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { type SyntaxNode, treeOf, walkTree } from '../../scripts/measures/syntax.mjs';

const root = join(import.meta.dirname, '../..');

/** Documents of the repository that the app shows, in any language; they are text, not code. */
const document = /^\/docs\/(TEACHING(\.\w\w)?\.md|experiments\/\w+\.jsonl)\?raw$/;

/** What each layer may import: layers (`engine` only through its entries unless it is the engine) and packages. */
const table = {
  theory: { layers: [], packages: [] },
  engine: {
    layers: ['theory'],
    packages: ['@tensorflow/', 'fflate', 'fourier-transform', 'idb-keyval', 'ml-matrix', 'papaparse'],
  },
  experiment: { layers: ['theory', 'engine'], packages: ['zustand'] },
  run: { layers: ['theory', 'engine', 'experiment'], packages: ['zustand', 'idb-keyval'] },
  python: { layers: ['theory', 'engine', 'experiment', 'run'], packages: [] },
  api: { layers: ['theory', 'engine', 'experiment', 'run'], packages: ['zustand'] },
  plots: { layers: [], packages: ['d3'] },
  ui: {
    layers: ['theory', 'experiment', 'run', 'python', 'api', 'plots'],
    packages: [
      'react',
      'react-dom',
      'react-error-boundary',
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
  '#engine/data/dataFacts.ts',
  '#engine/data/dataNames.ts',
  '#engine/data/dataSets.ts',
  '#engine/data/ownIdentity.ts',
  '#engine/device/protocol.ts',
  '#engine/insight/client.ts',
  '#engine/insight/protocol.ts',
  '#engine/train/checkpoint.ts',
  '#engine/train/client.ts',
  '#engine/train/intake/intakeProtocol.ts',
  '#engine/train/normEpsilon.ts',
  '#engine/train/optimizer.ts',
  '#engine/train/protocol.ts',
  '#engine/train/rate/borderShares.ts',
  '#engine/train/rate/courseLimits.ts',
  '#engine/train/rate/keptLimits.ts',
  '#engine/train/rate/rateRange.ts',
  '#engine/train/task.ts',
  '#engine/train/trainSettings.ts',
  '#engine/train/way.ts',
  '#engine/walk/client.ts',
  '#engine/walk/protocol.ts',
  '#engine/worker/client.ts',
  '#engine/worker/protocol.ts',
  '#engine/worker/reason.ts',
];

/** A source file, by its path from the root, with its text. */
interface SourceFile {
  readonly file: string;
  readonly text: string;
}

interface Import {
  readonly file: string;
  readonly from: string;
}

function filesOf(layer: Layer, folder = root): SourceFile[] {
  return readdirSync(join(folder, 'src', layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, 'src', layer, name))
    .map((path) => ({ file: relative(folder, path), text: readFileSync(path, 'utf8') }));
}

/** The text of a string without parts to be filled in; null for anything else. */
function textOf(value: unknown): string | null {
  const { type, ...node } = value as SyntaxNode;
  if (type === 'Literal' && typeof node.value === 'string') return node.value;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[] | undefined;
  return type === 'TemplateLiteral' && quasis?.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

const importing =
  /^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/;

/** Everything that a file imports or exports again, at once or later, values or types alone. */
function importsOf({ file, text }: SourceFile): Import[] {
  const found: Import[] = [];
  walkTree(treeOf({ name: file, text }), (node) => {
    if (!importing.test(node.type) || !node.source) return;
    found.push({ file, from: textOf(node.source) ?? 'an address that is worked out' });
  });
  return found;
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

const forbidden = (layer: Layer, files: readonly SourceFile[]) =>
  files.flatMap(importsOf).filter(({ from }) => !isAllowed(layer, from));

const climbing = (files: readonly SourceFile[]) =>
  files.flatMap(importsOf).filter(({ from }) => from.includes('../'));

const withoutExtension = (files: readonly SourceFile[]) =>
  files
    .flatMap(importsOf)
    .filter(({ from }) => /^[.#]/.test(from) && !/\.(ts|tsx|css)$/.test(from.replace(/\?.*$/, '')));

for (const layer of layers) {
  test(`${layer}/ imports only what its row of the table allows`, () => {
    const files = filesOf(layer);
    expect(files.length, `files seen in src/${layer}`).toBeGreaterThan(0);
    expect(forbidden(layer, files)).toEqual([]);
  });
}

test('no import climbs out of its folder, and none lacks its extension', () => {
  const all = layers.flatMap((layer) => filesOf(layer));
  expect(all.flatMap(importsOf).length).toBeGreaterThan(50);
  expect(climbing(all)).toEqual([]);
  expect(withoutExtension(all)).toEqual([]);
});

test('the architecture document names every layer', () => {
  const text = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
  for (const layer of layers) expect(text).toContain(`\`${layer}/\``);
});

test('the folders of src/ are the layers of the table, and every package of a row is used', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(layers.toSorted());
  for (const layer of layers) {
    const used = filesOf(layer).flatMap(importsOf);
    for (const name of table[layer].packages) {
      expect(
        used.some(({ from }) => from.startsWith(name)),
        `${layer} uses ${name}`,
      ).toBe(true);
    }
  }
});

/** Imports that no layer may have, in each of the ways in which one can be written. */
const planted: readonly (readonly [layer: Layer, line: string])[] = [
  ['theory', "import { scaleLinear } from 'd3';"],
  ['theory', "import type { WalkSettings } from '#engine/walk/protocol.ts';"],
  ['engine', "export { useState } from 'react';"],
  ['experiment', "import {\n  scaleLinear,\n} from 'd3';"],
  ['run', "const opened = import('#engine/device/backend.ts');"],
  ['run', 'import "#ui/page/page.css";'],
  ['python', "import '#api/page.ts';"],
  ['api', 'const lazy = () => import(`#python/pythonScript.ts`);'],
  ['plots', "export type { WalkStore } from '#run/store.ts';"],
  ['ui', "import { createEngineClient } from '#engine/walk/client.ts';"],
  ['ui', "let settings: import('#engine/walk/walkRun.ts').WalkRun;"],
];

test('a forbidden import that is planted in a file is seen, however it is written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const layer of layers) mkdirSync(join(folder, 'src', layer, 'deep'), { recursive: true });
    for (const [i, [layer, line]] of planted.entries()) {
      const file = join(folder, 'src', layer, 'deep', `planted${i}.ts`);
      writeFileSync(file, `import { allowed } from './allowed.ts';\n${line}\n`);
    }
    const seen = layers.flatMap((layer) => forbidden(layer, filesOf(layer, folder)));
    const files = planted.map(([layer], i) => join('src', layer, 'deep', `planted${i}.ts`));
    expect(seen.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an import that climbs, and one without an extension, are seen', () => {
  const text = "import { a } from './a.ts';\nimport { b } from '../b.ts';\nimport { c } from './c';\n";
  const files = [{ file: 'src/theory/planted.ts', text }];
  expect(climbing(files).map(({ from }) => from)).toEqual(['../b.ts']);
  expect(withoutExtension(files).map(({ from }) => from)).toEqual(['./c']);
});
