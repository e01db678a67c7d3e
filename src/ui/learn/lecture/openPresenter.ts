import { lectureId } from './lectureId.ts';
import { presenterSearch } from './presentedLecture.ts';

/** Opens the presenter's window of this lecture, or brings it to the front. */
export function openPresenter(): void {
  const id = lectureId();
  const address = new URL(location.href);
  address.search = `${presenterSearch}${id}`;
  open(address, `gradient-walk-presenter-${id}`, 'width=900,height=640');
}
