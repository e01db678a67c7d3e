/** Calls `listener` when a media query begins or ceases to hold, in browsers before 2020 too; returns the way out. */
export function onMediaChange(query: string, listener: () => void): () => void {
  const media = matchMedia(query);
  // Safari before 14 has the older pair only.
  if (!('addEventListener' in media)) {
    const older: Pick<MediaQueryList, 'addListener' | 'removeListener'> = media;
    older.addListener(listener);
    return () => older.removeListener(listener);
  }
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
