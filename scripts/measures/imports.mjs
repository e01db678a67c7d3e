import { folderOf, isScript, layerOf } from './sourceFiles.mjs';
import { treeOf, walkTree } from './syntax.mjs';

/** What a file imports, as paths from `src/`; imports of types count, packages do not. */
function targetsOf(file) {
  const targets = [];
  const take = (source, isLazy) => {
    const from = source?.value;
    if (typeof from !== 'string') return;
    const path = from.startsWith('#') ? from.slice(1) : `${folderOf(file.name)}/${from.slice(2)}`;
    if (/^(#|\.\/)/.test(from) && /\.tsx?$/.test(from)) targets.push({ to: path, isLazy });
  };
  walkTree(treeOf(file), (node) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) take(node.source, false);
    if (node.type === 'ImportExpression') take(node.source, true);
  });
  return targets;
}

const isGlob = ({ type, callee }) =>
  type === 'CallExpression' &&
  callee.type === 'MemberExpression' &&
  callee.object.type === 'MetaProperty' &&
  callee.property.name === 'glob';

/** A pattern of paths in a file's folder, `*` being a name without its folder. */
const patternOf = (folder, pattern) =>
  new RegExp(`^${`${folder}/${pattern.replace('./', '')}`.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);

/** What a file imports at once by `import.meta.glob`: one pattern in its own folder or below, and patterns of others not to be. */
function globTargetsOf(file, names) {
  const targets = [];
  walkTree(treeOf(file), (node) => {
    if (!isGlob(node)) return;
    const [given, options] = node.arguments;
    const isEager = options?.properties.some(
      ({ key, value }) => key.name === 'eager' && value.value === true,
    );
    if (!isEager) return;
    const patterns = (given.elements ?? [given]).map(({ value }) => value);
    const [wanted, not] = [
      patterns.filter((p) => !p.startsWith('!')),
      patterns.filter((p) => p.startsWith('!')),
    ];
    const meets = (name, some) =>
      some.some((p) => patternOf(folderOf(file.name), p.replace('!', '')).test(name));
    targets.push(...names.filter((name) => meets(name, wanted) && !meets(name, not)));
  });
  return targets.map((to) => ({ to, isLazy: false }));
}

/** Who imports whom: from each TypeScript file to the files it names, one by one or by a pattern. */
export function importGraph(files) {
  const scripts = files.filter(isScript);
  const names = scripts.map(({ name }) => name);
  return new Map(scripts.map((file) => [file.name, [...targetsOf(file), ...globTargetsOf(file, names)]]));
}

/** Groups of files that import one another in a circle, by Tarjan's strongly connected components. */
export function importCycles(graph) {
  const [index, low, stack, cycles] = [new Map(), new Map(), [], []];
  const connect = (name) => {
    index.set(name, index.size);
    low.set(name, index.get(name));
    stack.push(name);
    for (const { to } of graph.get(name) ?? []) {
      if (!index.has(to)) connect(to);
      if (stack.includes(to)) low.set(name, Math.min(low.get(name), low.get(to)));
    }
    if (low.get(name) !== index.get(name)) return;
    const cycle = stack.splice(stack.indexOf(name));
    const isSelf = (graph.get(name) ?? []).some(({ to }) => to === name);
    if (cycle.length > 1 || isSelf) cycles.push(cycle.toSorted());
  };
  for (const name of graph.keys()) if (!index.has(name)) connect(name);
  return cycles;
}

/** Where depth is measured: a layer, or one of the engine's folders, which are its rooms (docs/ARCHITECTURE.md, "Decisions"). */
export const roomOf = (name) =>
  layerOf(name) === 'engine' ? name.split('/').slice(0, 2).join('/') : layerOf(name);

/**
 * The longest chain of files of one room in which each imports the next, by name. A file that is loaded lazily begins
 * a chain of its own. Defined where there are no cycles.
 */
export function longestChain(graph, room) {
  const known = new Map();
  const chainFrom = (name) => {
    if (known.has(name)) return known.get(name);
    known.set(name, [name]);
    const inside = (graph.get(name) ?? []).filter(({ to, isLazy }) => !isLazy && roomOf(to) === room);
    const rest = inside.map(({ to }) => chainFrom(to)).toSorted((a, b) => b.length - a.length)[0] ?? [];
    known.set(name, [name, ...rest]);
    return known.get(name);
  };
  const chains = [...graph.keys()].filter((name) => roomOf(name) === room).map(chainFrom);
  return chains.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Each layer imports only to its left; `python` and `api` do not know each other, and `plots` knows nobody. */
const order = { theory: 0, engine: 1, experiment: 2, run: 3, python: 4, api: 4, plots: 4, ui: 5 };

/** Imports against the order of layers. */
export const wrongWays = (graph) =>
  [...graph].flatMap(([from, targets]) =>
    targets
      .filter(({ to }) => {
        const [here, there] = [layerOf(from), layerOf(to)];
        return here !== there && (here === 'plots' || !(order[there] < order[here]));
      })
      .map(({ to }) => `${from} imports ${to}`),
  );
