import { formatLink } from './linkCodec.ts';
import { openLink, type WalkStore } from './store.ts';

/** The browser's address, as far as the link needs it. */
export interface AddressBar {
  /** What stands after the page's address, `#` included. */
  hash(): string;
  /** Writes the hash without a new history entry. */
  replace(hash: string): void;
  /** Calls back when the user or a script opens another hash. */
  onOpen(listener: () => void): () => void;
}

/** The link is written when nothing has changed for this long. */
export const writeAfterMs = 300;

/** The link of the store's experiment, `#` included. */
export function currentHash(store: WalkStore): string {
  const { experiment, unknown } = store.getState();
  return `#${formatLink(experiment, unknown)}`;
}

/** Reads the address now and whenever it is opened again, and writes it after changes; returns the way out. */
export function syncLink(store: WalkStore, address: AddressBar): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  function cancelWrite(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  function read(): void {
    cancelWrite();
    openLink(store, address.hash());
    cancelWrite();
  }
  function write(): void {
    timer = null;
    const hash = currentHash(store);
    if (hash !== address.hash()) address.replace(hash);
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.experiment === before.experiment && state.unknown === before.unknown) return;
    cancelWrite();
    timer = setTimeout(write, writeAfterMs);
  });
  read();
  const forget = address.onOpen(read);
  return () => {
    cancelWrite();
    forget();
    unsubscribe();
  };
}

/** The window's own address bar. */
export function windowAddress(): AddressBar {
  return {
    hash: () => location.hash,
    replace: (hash) => history.replaceState(history.state, '', hash),
    onOpen(listener) {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
  };
}
