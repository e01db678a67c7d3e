import { pathToFileURL } from 'node:url';
import { brokenHops, paths } from './measures/hops.mjs';
import { importCycles, importGraph, longestChain, roomOf, wrongWays } from './measures/imports.mjs';
import { moduleState } from './measures/moduleState.mjs';
import { folderOf, isScript, readFrame, readSource } from './measures/sourceFiles.mjs';
import { hasChains, looseBreakpoints, looseLayers, strayStyles } from './measures/styles.mjs';
import { languageLists, touchedFiles } from './measures/touched.mjs';

/** Folders of one fact a file, however many. */
const wideFolders = ['theory', 'plots'];

/** A measure that is a list of what breaks it. */
const none = (name, offenders) => ({ name, value: offenders.length, limit: 0, offenders });

/** Folders by how many files lie beside each other in them, the fullest first. */
function foldersOf(files) {
  const counts = new Map();
  for (const { name } of files) counts.set(folderOf(name), (counts.get(folderOf(name)) ?? 0) + 1);
  return [...counts]
    .filter(([folder]) => !wideFolders.includes(folder))
    .map(([folder, length]) => ({ folder, length }))
    .toSorted((a, b) => b.length - a.length);
}

/** Every measure of the house: its value, its limit, and what makes the value what it is. */
export function houseMeasures() {
  const files = readSource();
  const graph = importGraph(files);
  const folders = foldersOf(files);
  const rooms = [...new Set(files.filter(isScript).map(({ name }) => roomOf(name)))];
  const lists = languageLists([...files, ...readFrame()]);
  const limits = { 'link key': 3, sweep: 3, 'data set': 3 };
  return [
    {
      name: 'files beside each other in a folder',
      value: folders[0]?.length ?? 0,
      limit: 20,
      offenders: folders
        .filter(({ length }) => length > 20)
        .map(({ folder, length }) => `${folder}: ${length}`),
    },
    ...rooms.map((room) => {
      const chain = longestChain(graph, room);
      return { name: `import depth inside ${room}`, value: chain.length, limit: 9, offenders: chain };
    }),
    none(
      'import cycles, those of types included',
      importCycles(graph).map((cycle) => cycle.join(', ')),
    ),
    none('imports against the order of layers', wrongWays(graph)),
    none('state of modules outside of stores', moduleState(files)),
    none(
      'files over 250 lines',
      files.filter((file) => isScript(file) && file.text.split('\n').length > 251).map(({ name }) => name),
    ),
    none('style sheets away from their component', strayStyles(files)),
    none('z-index outside of the scale', looseLayers(files)),
    none('breakpoints outside of the scale', looseBreakpoints(files)),
    none('chains of :has', hasChains(files)),
    ...touchedFiles(files).map(({ kind, name, files: touched }) => ({
      name: `files that a ${kind} touches (${name})`,
      value: touched.length,
      limit: limits[kind],
      offenders: touched,
    })),
    { name: 'lists of languages', value: lists.length, limit: 1, offenders: lists },
    ...Object.entries(paths).flatMap(([name, path]) => [
      { name: `files from ${name}`, value: path.length, limit: 12, offenders: path },
      none(`hops from ${name} that are none`, brokenHops(graph, path)),
    ]),
  ].map((measure) => ({ ...measure, holds: measure.value <= measure.limit }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, limit, offenders, holds } of houseMeasures()) {
    console.log(`${holds ? 'ok  ' : 'OVER'} ${name}: ${value} (at most ${limit})`);
    if (!holds || process.argv.includes('--all')) for (const one of offenders) console.log(`       ${one}`);
  }
}
