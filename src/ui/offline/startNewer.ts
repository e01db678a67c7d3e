import type { Workbox } from 'workbox-window';

/** A browser lets the old worker finish what it is about; after this long something holds it for good. */
const patienceMs = 5000;

/**
 * Lets the version that waits take over; the page may be loaded anew when it answers true. Where the old worker does
 * not let go (in Chromium a request that it never finished is enough), it is signed off, and the network brings the
 * newer version. False without a network: then the old one stays until its tabs are closed.
 */
export async function startNewer(
  workbox: Workbox,
  registration: ServiceWorkerRegistration,
): Promise<boolean> {
  const taken = new Promise<boolean>((resolve) => {
    workbox.addEventListener('controlling', () => resolve(true));
    setTimeout(() => resolve(false), patienceMs);
  });
  workbox.messageSkipWaiting();
  if (await taken) return true;
  const isReachable = await fetch('./sw.js', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isReachable && registration.unregister();
}
