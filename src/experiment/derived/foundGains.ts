import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';

/** Answers of the engine, for as long as the page lives. Each is a function of its question alone, so none goes stale. */
const answers = new Map<string, FoundGain | null>();

export function searchKey(search: GainSearch): string {
  return JSON.stringify(search);
}

/** The answer to a search: null when it found none, undefined while it is not known. */
export function foundGain(search: GainSearch): FoundGain | null | undefined {
  return answers.get(searchKey(search));
}

export function rememberGain(search: GainSearch, found: FoundGain | null): void {
  answers.set(searchKey(search), found);
}
