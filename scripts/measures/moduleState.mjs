import { isScript } from './sourceFiles.mjs';
import { treeOf, walkTree } from './syntax.mjs';

/**
 * What modules remember and nobody can tell: answers of pure functions by their arguments, and programs compiled for a
 * device by their source; and a part of theory that was loaded. Forgetting them between two runs would change nothing but the time.
 */
const remembered = [
  'engine/kernels/preparedPipelines.ts: pipelinesOfDevices',
  'engine/kernels/trainStep/trainPipelines.ts: layouts',
  'engine/kernels/trainStep/trainPipelines.ts: compiled',
  'theory/finiteWidth/chain/sumLaws.ts: tables',
  'theory/finiteWidth/chain/unitTransforms.ts: tables',
  'theory/finiteWidth/finiteWidth.ts: prepared',
  'theory/lateTheory.ts: parts',
  'theory/stepLaw.ts: known',
  'theory/unitMoments.ts: tables',
  'theory/unitMoments.ts: ends',
];

/** Methods that change a collection in its place. */
const changing = /^(set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

const isMap = (node) =>
  node?.type === 'NewExpression' && /^(Map|Set|WeakMap|WeakSet)$/.test(node.callee.name ?? '');

/** A map that begins empty is there to be filled, by whomever it is given to, unless its type says that it is not. */
const isEmptyMap = ({ id, init }) =>
  isMap(init) &&
  init.arguments.length === 0 &&
  !/^Readonly/.test(id.typeAnnotation?.typeAnnotation.typeName?.name ?? '');

const isCollection = (node) =>
  isMap(node) || node?.type === 'ArrayExpression' || node?.type === 'ObjectExpression';

/** Names that a tree changes in their place: `x.set(..)`, `x[i] = ..`, `x.y = ..`, `delete x[i]`. */
function changedNames(tree) {
  const names = new Set();
  const take = (node) => {
    if (node?.type === 'MemberExpression' && node.object.type === 'Identifier') names.add(node.object.name);
  };
  walkTree(tree, (node) => {
    if (node.type === 'AssignmentExpression') take(node.left);
    if (node.type === 'UpdateExpression') take(node.argument);
    if (node.type === 'UnaryExpression' && node.operator === 'delete') take(node.argument);
    if (node.type === 'CallExpression' && changing.test(node.callee.property?.name ?? '')) take(node.callee);
  });
  return names;
}

/** Variables at the top of modules that change: `let`, empty maps, and collections that some function of the file changes. */
export function moduleState(files) {
  return files.filter(isScript).flatMap((file) => {
    const tree = treeOf(file);
    const changed = changedNames(tree);
    return tree.body
      .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
      .filter((node) => node?.type === 'VariableDeclaration' && !node.declare)
      .flatMap(({ kind, declarations }) =>
        declarations
          .filter(
            (one) =>
              kind !== 'const' || isEmptyMap(one) || (isCollection(one.init) && changed.has(one.id.name)),
          )
          .map(({ id }) => `${file.name}: ${id.name}`),
      )
      .filter((name) => !remembered.includes(name));
  });
}
