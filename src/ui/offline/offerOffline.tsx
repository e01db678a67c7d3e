import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';
import { UpdateNotice } from './UpdateNotice.tsx';

/** Shows the notice at the foot of the page, in a root of its own: the page need not know of it. */
function showNotice(onReload: () => void): void {
  const place = document.body.appendChild(document.createElement('div'));
  createRoot(place).render(<UpdateNotice onReload={onReload} />);
}

/**
 * Registers the service worker, which keeps every file of the app, once the engine is ready: it must not
 * compete with the first run. A newer version waits until its button is pressed in this tab.
 */
export async function offerOffline(engineReady: Promise<unknown>): Promise<void> {
  await engineReady;
  const workbox = new Workbox('./sw.js');
  let isOffered = false;
  workbox.addEventListener('waiting', () => {
    if (isOffered) return;
    isOffered = true;
    showNotice(() => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    });
  });
  // Without it (private windows, full disks) the page works as long as the network does.
  await workbox.register().catch(() => undefined);
}
