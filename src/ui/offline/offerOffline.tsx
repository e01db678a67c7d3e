import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';
import type { Page } from '#api/page.ts';
import { currentHash } from '#run/linkSync.ts';
import { windowAddress } from '#run/windowAddress.ts';
import { startNewer } from './startNewer.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

/** Shows the notice before the page, in a root of its own: the page need not know of it. */
function showNotice(start: () => Promise<boolean>): void {
  const place = document.createElement('div');
  document.body.prepend(place);
  createRoot(place).render(<UpdateNotice start={start} />);
}

/**
 * Registers the service worker, which keeps every file of the app, once the engine is ready: it must not
 * compete with the first run. A newer version waits until its button is pressed in this tab.
 */
export async function offerOffline({ store, api }: Page): Promise<void> {
  await api.ready;
  const workbox = new Workbox('./sw.js');
  let isOffered = false;
  async function start(registration: ServiceWorkerRegistration): Promise<boolean> {
    const isStarted = await startNewer(workbox, registration);
    if (isStarted) {
      // What was changed a moment ago may not be in the address yet; written later, it would call the reload off.
      windowAddress().replace(currentHash(store));
      location.reload();
    }
    return isStarted;
  }
  workbox.addEventListener('waiting', async () => {
    const registration = await registering;
    if (isOffered || !registration) return;
    isOffered = true;
    showNotice(() => start(registration));
  });
  // Without it (private windows, full disks) the page works as long as the network does.
  const registering = workbox.register().catch(() => undefined);
  await registering;
}
