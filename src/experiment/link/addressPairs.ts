import { isParameterKey } from '#experiment/experiment.ts';
import type { AddressPairs } from '#experiment/lenience/lenience.ts';
import type { LinkPair } from './linkPair.ts';
import { isTracking, mendedKey } from './mendedPair.ts';
import { pairsOf } from './plainPairs.ts';
import { sentParts } from './sentParts.ts';

/** What has become of `#key=value&key=value` on its way, as pairs. */
const linkPairs = (text: string): readonly LinkPair[] => pairsOf(sentParts(text));

/** Whether a pair is of the link. A bare `v` may as well be the host's, against old copies in a cache. */
const isOurs = ([key]: LinkPair) => {
  const mended = mendedKey(key);
  return isParameterKey(mended) && mended !== 'v';
};

/** The pairs of an address's query; none where it is the host's own business: no key of it is the link's. */
function queryPairs(query: string): readonly LinkPair[] {
  const pairs = linkPairs(query);
  return pairs.some(isOurs) ? pairs : [];
}

/** Whether an address's query says something of the experiment. */
export const isQueryRead = (query: string): boolean => query !== '' && queryPairs(query).length > 0;

/** What of a query stays in the address when its experiment has moved behind `#`: the host's parameters. */
export function foreignQuery(query: string): string {
  const isForeign = (part: string) =>
    linkPairs(part).every((pair) => !isOurs(pair) && !isTracking(pair[0]) && mendedKey(pair[0]) !== 'v');
  const kept = query
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && isForeign(part));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** The pairs of an address from `?` or `#` on; those of a text without either are its fragment's. */
export function addressPairs(address: string): AddressPairs {
  if (!address.startsWith('?')) return { pairs: linkPairs(address) };
  const at = address.indexOf('#');
  const query = queryPairs(at < 0 ? address : address.slice(0, at));
  const fragment = at < 0 ? [] : linkPairs(address.slice(at));
  if (query.length === 0) return { pairs: fragment };
  const kept = new Set(fragment.map(([key]) => key));
  return { pairs: [...query, ...fragment], isForeign: (key) => !kept.has(key) };
}
