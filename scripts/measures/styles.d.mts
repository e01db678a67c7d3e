/** A file of `src/`. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export function strayStyles(files: readonly SourceFile[]): string[];
export function looseLayers(files: readonly SourceFile[]): string[];
export function looseBreakpoints(files: readonly SourceFile[]): string[];
