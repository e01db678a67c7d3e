import { dictionary } from '#experiment/dictionary/dictionary.ts';

/** Stands where a part of the page is on its way. */
export function Loading() {
  return <p className="loading">{dictionary('page').loading}</p>;
}
