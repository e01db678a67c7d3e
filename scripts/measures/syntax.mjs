import { parseAst } from 'vite';

const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string';

/** The nodes right below a node of a syntax tree (ESTree with TypeScript and JSX). */
export const childrenOf = (node) =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** The syntax tree of a TypeScript file. */
export const treeOf = ({ name, text }) => parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' });

/** Calls `visit` with every node of a tree, parents first. */
export function walkTree(node, visit) {
  visit(node);
  for (const child of childrenOf(node)) walkTree(child, visit);
}
