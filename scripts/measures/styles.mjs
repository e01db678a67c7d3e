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

/** Style sheets that no component of their own folder imports. */
export function strayStyles(files) {
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
    .filter((name) => importers(name).length === 0);
}

/** Layers over layers that are not of the one scale. */
export const looseLayers = (files) => linesOf(files, /z-index:(?!\s*(var\(--|auto))/);

/** Widths and heights at which the layout changes, written as numbers where they are used. */
export const looseBreakpoints = (files) => linesOf(files, /@(media|container)[^{]*\d(px|em|rem)/);

/** Rules that ask what stands elsewhere on the page, two `:has` in one selector. */
export const hasChains = (files) => linesOf(files, /:has\([^{]*:has\(/);
