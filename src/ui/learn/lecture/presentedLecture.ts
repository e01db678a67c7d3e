/** The part of an address that asks for the presenter's window, before its lecture's id; what stands behind `#` is the page's. */
export const presenterSearch = '?presenter=';

/** The lecture that an address asks to present; null for an address of the page itself. */
export function presentedLecture(search: string): string | null {
  return search.startsWith(presenterSearch) ? search.slice(presenterSearch.length) : null;
}
