import type { SourceFile } from './styles.mjs';

/** Who imports whom, as paths from `src/`. */
export type ImportGraph = ReadonlyMap<string, readonly { readonly to: string; readonly isLazy: boolean }[]>;

export function importGraph(files: readonly SourceFile[]): ImportGraph;
export function importCycles(graph: ImportGraph): string[][];
export function longestChain(graph: ImportGraph, room: string): string[];
export function wrongWays(graph: ImportGraph): string[];
