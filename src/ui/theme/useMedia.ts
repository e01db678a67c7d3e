import { useSyncExternalStore } from 'react';
import { onMediaChange } from './onMediaChange.ts';

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => onMediaChange(query, listener),
    () => matchMedia(query).matches,
  );
}
