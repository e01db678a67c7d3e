import type { SourceFile } from './styles.mjs';

/** A kind of thing, the one that stands for it, and the files that name it. */
export interface Touched {
  readonly kind: string;
  readonly name: string;
  readonly files: readonly string[];
}

export function touchedFiles(files: readonly SourceFile[]): Touched[];
export function languageLists(files: readonly SourceFile[]): string[];
