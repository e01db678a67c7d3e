import type { WalkStore } from '#run/store.ts';
import { openWithNotice } from './openWithNotice.ts';

const isJson = ({ name, type }: File) => type === 'application/json' || /\.json$/i.test(name);

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes experiment files that are dropped anywhere on the page. Other files are left to the train view, which takes data;
 * elsewhere they are refused with a word, where the browser would leave the page and lose its state.
 */
export function acceptDrops(store: WalkStore): void {
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return;
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (store.getState().experiment.view === 'train' && !files.some(isJson)) return;
      event.preventDefault();
      event.stopPropagation();
      openWithNotice(store, files).catch(() => undefined);
    },
    { capture: true },
  );
}
