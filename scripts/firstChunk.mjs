/** Ids of the modules that are loaded with one: all that it imports, and what these import. */
function loadedWith(entry, importsOf) {
  const seen = new Set([entry]);
  for (const id of seen) for (const imported of importsOf(id)) seen.add(imported);
  return seen;
}

/** Packages of the first picture that pack better with our own code than in small files of their own. */
const smallPackages =
  /\/node_modules\/(zustand|d3-axis|d3-ease|react-error-boundary|@radix-ui\/react-use-size)\//;

/**
 * A group for Rolldown's `codeSplitting`: our part of what the first picture needs is two files, which pack better than
 * many. `page` has the program's API and the English dictionary, `first` what shows the picture.
 */
export function firstChunk(root) {
  let parts = null;
  return {
    name(id, context) {
      const importsOf = (module) => context.getModuleInfo(module)?.importedIds ?? [];
      parts ??= ['main.tsx', 'startPage.tsx'].map((file) => loadedWith(`${root}/src/ui/${file}`, importsOf));
      // Whoever loads a part later needs this; in the entry's file it would make a circle of files.
      if (id.includes('vite/preload-helper')) return 'page';
      // What is imported as a whole must not share its file with others: Rolldown may leave its namespace behind there.
      const isOurs = id.startsWith(`${root}/src/`) && !/\/src\/ui\/(main|startPage)\.tsx$/.test(id);
      if (!isOurs && !smallPackages.test(id)) return null;
      const [page, first] = parts;
      if (page.has(id)) return 'page';
      return first.has(id) ? 'first' : null;
    },
  };
}
