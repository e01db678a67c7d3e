import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';
import { currentHash, windowAddress } from '#state/linkSync.ts';
import type { Page } from '#state/page.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

/** Shows the notice before the page, in a root of its own: the page need not know of it. */
function showNotice(onReload: () => void): void {
  const place = document.createElement('div');
  document.body.prepend(place);
  createRoot(place).render(<UpdateNotice onReload={onReload} />);
}

/**
 * Registers the service worker, which keeps every file of the app, once the engine is ready: it must not
 * compete with the first run. A newer version waits until its button is pressed in this tab.
 */
export async function offerOffline({ store, door }: Page): Promise<void> {
  await door.ready;
  const workbox = new Workbox('./sw.js');
  let isOffered = false;
  workbox.addEventListener('waiting', () => {
    if (isOffered) return;
    isOffered = true;
    showNotice(() => {
      workbox.addEventListener('controlling', () => {
        // What was changed a moment ago may not be in the address yet; written later, it would call the reload off.
        windowAddress().replace(currentHash(store));
        location.reload();
      });
      workbox.messageSkipWaiting();
    });
  });
  // Without it (private windows, full disks) the page works as long as the network does.
  await workbox.register().catch(() => undefined);
}
