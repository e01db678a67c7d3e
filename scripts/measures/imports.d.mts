/** Who imports whom, as paths from `src/`. */
export type ImportGraph = ReadonlyMap<string, readonly { readonly to: string; readonly isLazy: boolean }[]>;

export function importCycles(graph: ImportGraph): string[][];
export function longestChain(graph: ImportGraph, room: string): string[];
export function wrongWays(graph: ImportGraph): string[];
