import { folderOf, isScript, isStyle } from './sourceFiles.mjs';

const tokens = 'tokens.css';

const linesOf = (files, pattern) =>
  files
    .filter(({ name }) => isStyle({ name }) && !name.endsWith(tokens))
    .flatMap(({ name, text }) =>
      text
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .flatMap((line) => (pattern.test(line) ? [`${name}: ${line.trim()}`] : [])),
    );

/** Style sheets that are no component's own; `main.tsx` imports them before any other, once. */
const shared = [
  // What the others are written in.
  'ui/tokens.css',
  // Elements, wherever they stand.
  'ui/elements.css',
  // The grid that every view's page is laid out in.
  'ui/page/page.css',
];

/** Style sheets that no component of their own folder imports, the shared ones apart, and shared ones that are not imported. */
export function strayStyles(files) {
  const main = files.find(({ name }) => name === 'ui/main.tsx');
  const isShared = (sheet) => shared.includes(sheet) && main?.text.includes(`'#${sheet}'`);
  const importers = (sheet) =>
    files.filter(
      ({ name, text }) =>
        isScript({ name }) &&
        folderOf(name) === folderOf(sheet) &&
        text.includes(`'./${sheet.split('/').at(-1)}'`),
    );
  return files
    .filter(isStyle)
    .map(({ name }) => name)
    .filter((name) => !isShared(name) && importers(name).length === 0);
}

/** Layers over layers that are not of the one scale. */
export const looseLayers = (files) => linesOf(files, /z-index:(?!\s*(var\(--|auto))/);

/** Widths and heights at which the layout changes, written as numbers where they are used. */
export const looseBreakpoints = (files) => linesOf(files, /@(media|container)[^{]*\d(px|em|rem)/);

/** Rules that ask what stands elsewhere on the page, two `:has` in one selector. */
export const hasChains = (files) => linesOf(files, /:has\([^{]*:has\(/);
