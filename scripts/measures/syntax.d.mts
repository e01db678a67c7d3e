/** A node of a syntax tree (ESTree with TypeScript and JSX). */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[];
export function treeOf(file: { readonly name: string; readonly text: string }): SyntaxNode;
export function walkTree(node: SyntaxNode, visit: (node: SyntaxNode) => void): void;
