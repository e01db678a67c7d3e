/** What the service worker leaves to the network: folders, with a slash, and files. */
export const keptApart: readonly string[];
export function missingFrom(folder: string, addresses: readonly string[]): string[];
export function refuseGaps<Entry extends { readonly url: string }>(
  folder: string,
): (entries: Entry[]) => { manifest: Entry[]; warnings: string[] };
