import type { SourceFile } from './styles.mjs';

export function moduleState(files: readonly SourceFile[]): string[];
