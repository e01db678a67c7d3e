import { formatLink } from '#experiment/link/linkCodec.ts';
import { openLink, type WalkStore } from './store.ts';

/** The browser's address, as far as the link needs it. */
export interface AddressBar {
  /** What stands after the page's address and says something of the experiment: from `#` on, from `?` on if the query does. */
  link(): string;
  /** Writes the hash, and takes out of the query what it says, without a new history entry. */
  replace(hash: string): void;
  /** Writes the hash as a new history entry. */
  push(hash: string): void;
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
  let isReading = false;
  /** The address as it was last read or written: another is one that was opened and is still to be read. */
  let known = '';
  function cancelWrite(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }
  function read(): void {
    isReading = true;
    known = address.link();
    openLink(store, known);
    isReading = false;
    cancelWrite();
    // From here on the experiment stands behind `#`: in a query it would outlive every change.
    if (known.startsWith('?')) {
      address.replace(currentHash(store));
      known = address.link();
    }
  }
  function write(how: 'replace' | 'push' = 'replace'): void {
    cancelWrite();
    if (address.link() !== known) {
      read();
      return;
    }
    const hash = currentHash(store);
    if (hash !== known) address[how](hash);
    known = address.link();
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.experiment === before.experiment && state.unknown === before.unknown) return;
    cancelWrite();
    // Another view or lesson is another page: Back leads to the one before. A view that a link opened is in the address already.
    const isElsewhere =
      state.experiment.view !== before.experiment.view ||
      state.experiment.lesson !== before.experiment.lesson;
    if (isElsewhere && !isReading) write('push');
    else timer = setTimeout(write, writeAfterMs);
  });
  read();
  const forget = address.onOpen(read);
  return () => {
    cancelWrite();
    forget();
    unsubscribe();
  };
}
