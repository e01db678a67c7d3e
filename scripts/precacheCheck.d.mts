/** A folder that the service worker leaves to the network. */
export const keptApart: string;
export function missingFrom(folder: string, addresses: readonly string[]): string[];
export function refuseGaps<Entry extends { readonly url: string }>(
  folder: string,
): (entries: Entry[]) => { manifest: Entry[]; warnings: string[] };
