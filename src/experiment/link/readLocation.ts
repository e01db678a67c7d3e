import type { ReadLocation } from '#experiment/lenience/lenience.ts';
import { foreignQuery, isQueryRead } from './addressPairs.ts';

/** What a program that encodes too much makes of `#`: the link is then the end of the page's path. */
const encodedHash = /%(?:25)*23([^/]*)$/;

/** Finds the link in a window's address: behind `#`, in the query, or behind a `#` that became part of the path. */
export function readLocation({ pathname, search, hash }: Location): ReadLocation {
  const inPath = encodedHash.exec(pathname);
  if (inPath && isQueryRead(`?${inPath[1]}`)) {
    return {
      link: `?${inPath[1]}&${search.slice(1)}${hash}`,
      before: pathname.slice(0, inPath.index) + foreignQuery(search),
    };
  }
  return isQueryRead(search)
    ? { link: search + hash, before: pathname + foreignQuery(search) }
    : { link: hash, before: '' };
}
