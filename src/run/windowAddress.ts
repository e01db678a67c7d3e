import { lenience } from '#experiment/lenience/lenience.ts';
import type { AddressBar } from './linkSync.ts';

/** The window's link, and what stands before one that is written. */
const read = () => lenience()?.readLocation(location) ?? { link: location.hash, before: '' };

/**
 * The window's own address bar. A frame of an origin of its own (`sandbox` without `allow-same-origin`, `srcdoc`) may not
 * write it: there the page keeps its link to itself.
 */
export function windowAddress(): AddressBar {
  let kept: string | null = null;
  function write(how: 'replaceState' | 'pushState', hash: string): void {
    try {
      history[how](how === 'replaceState' ? history.state : null, '', read().before + hash);
      kept = null;
    } catch {
      kept = hash;
    }
  }
  return {
    link: () => kept ?? read().link,
    replace: (hash) => write('replaceState', hash),
    push: (hash) => write('pushState', hash),
    onOpen(listener) {
      function hear(): void {
        kept = null;
        listener();
      }
      addEventListener('hashchange', hear);
      return () => removeEventListener('hashchange', hear);
    },
  };
}
