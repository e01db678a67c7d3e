import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that the service worker need not keep: itself and its own library. */
const own = /^(sw\.js|workbox-[\w-]+\.js)$/;

/** The example deck, seen by few and ten times heavier than what most readers load, and the picture of links in chats: the network brings them. */
export const keptApart = ['examples/', 'preview.png'];

/** Files of a built folder, relative to it, that a list of addresses lacks. */
export function missingFrom(folder, addresses) {
  const kept = new Set(addresses);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter(
      (name) => !own.test(name) && !keptApart.some((apart) => name.startsWith(apart)) && !kept.has(name),
    );
}

/** A Workbox manifest transform that fails the build if a file of the folder would be missing offline. */
export function refuseGaps(folder) {
  return (entries) => {
    const missing = missingFrom(
      folder,
      entries.map(({ url }) => url),
    );
    if (missing.length > 0) {
      throw new Error(`Not kept for offline use: ${missing.join(', ')}. See vite.config.ts.`);
    }
    return { manifest: entries, warnings: [] };
  };
}
