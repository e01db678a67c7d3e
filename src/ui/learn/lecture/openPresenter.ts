import { lectureId } from './lectureId.ts';

/** The part of an address that asks for the presenter's window, before its lecture's id; what stands behind `#` is the page's. */
const presenterSearch = '?presenter=';

/** The lecture that an address asks to present; null for an address of the page itself. */
export function presentedLecture(search: string): string | null {
  return search.startsWith(presenterSearch) ? search.slice(presenterSearch.length) : null;
}

/** Opens the presenter's window of this lecture, or brings it to the front. */
export function openPresenter(): void {
  const id = lectureId();
  const address = new URL(location.href);
  address.search = `${presenterSearch}${id}`;
  open(address, `gradient-walk-presenter-${id}`, 'width=900,height=640');
}
