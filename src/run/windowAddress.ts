import type { AddressBar } from './linkSync.ts';

/**
 * The window's own address bar. A frame of an origin of its own (`sandbox` without `allow-same-origin`, `srcdoc`) may not
 * write it: there the page keeps its link to itself.
 */
export function windowAddress(): AddressBar {
  let kept: string | null = null;
  function write(how: 'replaceState' | 'pushState', hash: string): void {
    try {
      history[how](how === 'replaceState' ? history.state : null, '', hash);
      kept = null;
    } catch {
      kept = hash;
    }
  }
  return {
    hash: () => kept ?? location.hash,
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
