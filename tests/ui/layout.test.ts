import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { palettes } from '#plots/palette.ts';
import { breakpoints, selectLayouts } from '#ui/layout/layout.ts';

const root = join(import.meta.dirname, '../../src/ui');
const read = (pattern: RegExp) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
const styles = read(/\.css$/);
const scripts = read(/\.tsx?$/);

const matches = (pattern: RegExp, text: string) =>
  Array.from(text.matchAll(pattern), ([, found = '']) => found);

/** Custom properties that scripts set on an element. */
const setByScripts = scripts.flatMap(({ text }) => matches(/setProperty\(\s*['`](--[\w-]+)['`]/g, text));

/** What the popover of radix-ui sets on its own elements. */
const setByPopover = matches(
  /["'](--radix-[\w-]+)["']/g,
  readFileSync(
    join(import.meta.dirname, '../../node_modules/@radix-ui/react-popover/dist/index.mjs'),
    'utf8',
  ),
);

test('every token that a style sheet uses is defined: in a style sheet, by the palette, or by a script', () => {
  const defined = new Set([
    ...styles.flatMap(({ text }) => matches(/(?:^|[;{])\s*(--[\w-]+):/gm, text)),
    ...Object.keys(palettes.light).map((name) => `--${name}`),
    ...setByScripts,
    ...setByPopover,
  ]);
  const used = styles.flatMap(({ name, text }) =>
    matches(/var\((--[\w-]+)/g, text).map((token) => ({ name, token })),
  );
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter(({ token }) => !defined.has(token))).toEqual([]);
});

test('every token of the scales is used, and the scales of what lies over what go upwards', () => {
  const tokens = styles.find(({ name }) => name === 'tokens.css')?.text ?? '';
  const names = matches(/^\s*(--[\w-]+):/gm, tokens);
  expect(names.length).toBeGreaterThan(15);
  const all = styles.map(({ text }) => text).join('');
  expect(names.filter((name) => !all.includes(`var(${name})`))).toEqual([]);
  const heights = matches(/--z-[\w]+: (\d+)/g, tokens).map(Number);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
});

test('what lies over what is said by name, in one scale', () => {
  const loose = styles.flatMap(({ name, text }) =>
    matches(/z-index: ([^;]+);/g, text)
      .filter((value) => !/^var\(--z-\w+\)$/.test(value))
      .map((value) => [name, value]),
  );
  expect(loose).toEqual([]);
  expect(scripts.filter(({ text }) => /zIndex/.test(text)).map(({ name }) => name)).toEqual([]);
});

test('widths and heights of the window stand in one place: style sheets read the names of layouts', () => {
  const sized = /@media[^{]*(width|height)|matchMedia\([^)]*(width|height)|\((min|max)-(width|height)/;
  const found = [...styles, ...scripts].filter(({ text }) => sized.test(text)).map(({ name }) => name);
  expect(found).toEqual(['layout/layout.ts']);
  const names = styles.flatMap(({ text }) => matches(/\[data-layout~="(\w+)"\]/g, text));
  expect([...new Set(names)].sort()).toEqual(Object.keys(breakpoints).sort());
});

/** Whether a query of the table holds in a window. */
const inWindow = (widthPx: number, heightPx: number) => (query: string) => {
  const [, bound, side, px = ''] = query.match(/\((min|max)-(width|height): (\d+)px\)/) ?? [];
  const size = side === 'width' ? widthPx : heightPx;
  return bound === 'min' ? size >= Number(px) : size <= Number(px);
};

test.each([
  [1280, 720, []],
  [1920, 1080, ['wide']],
  [1024, 768, ['medium']],
  [821, 720, ['medium']],
  [820, 720, ['narrow', 'medium']],
  [640, 360, ['small', 'narrow', 'medium', 'low']],
  [390, 844, ['phone', 'small', 'narrow', 'medium']],
])('a window of %i x %i has the layouts %j', (widthPx, heightPx, layouts) => {
  expect(selectLayouts(inWindow(widthPx, heightPx))).toEqual(layouts);
});
