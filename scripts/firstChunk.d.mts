/** A group of Rolldown's `codeSplitting`. */
export function firstChunk(root: string): {
  name(
    id: string,
    context: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null },
  ): string | null;
};
