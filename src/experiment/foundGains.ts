import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';

/**
 * The engine's answers so far to searches for g*, null for a search that found none: a value, kept in the store. Each
 * answer is a function of its question alone, so none goes stale.
 */
export type FoundGains = ReadonlyMap<string, FoundGain | null>;

/** Before the first answer. */
export const noFoundGains: ReadonlyMap<string, FoundGain | null> = new Map();

/** Equal for equal questions; where a search starts follows from the rest. */
export function searchKey(setting: GainSetting): string {
  const { nonlinearity, weights, depth, width, inputScale, biasDeviation } = setting;
  return [nonlinearity, weights, depth, width, inputScale, biasDeviation].join(' ');
}

/** The answer to a search: null when it found none, undefined while it is not known. */
export function foundGain(found: FoundGains, search: GainSearch): FoundGain | null | undefined {
  return found.get(searchKey(search));
}

/** The answers with one more. */
export function withFoundGain(found: FoundGains, search: GainSearch, answer: FoundGain | null): FoundGains {
  return new Map([...found, [searchKey(search), answer]]);
}
