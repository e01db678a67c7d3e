import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPatiently } from '#api/loadPatiently.ts';
import { loadTheoryAfter } from '#api/loadTheory.ts';
import { type Page, showRecorded } from '#api/page.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { App } from '#ui/page/App.tsx';
import { PageContext } from '#ui/page/PageContext.ts';
import { RootBoundary } from '#ui/parts/RootBoundary.tsx';

/** Resolves when what is on the page has been painted; at once where nothing paints (a hidden tab). */
const painted = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) resolve();
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

/** Whether this page may have a service worker: none over plain http, none in a frame without an origin, where asking throws. */
function hasServiceWorkers(): boolean {
  try {
    return navigator.serviceWorker !== undefined;
  } catch {
    return false;
  }
}

/** The engine waits for the first picture no longer than this. */
const recordedWithinMs = 3000;

/** Opens the app: first its picture, then its engine. */
export function startPage(root: HTMLElement, page: Page): void {
  createRoot(root).render(
    <StrictMode>
      <PageContext value={page}>
        <RootBoundary>
          <App />
        </RootBoundary>
      </PageContext>
    </StrictMode>,
  );

  const isEmbedded = () => page.store.getState().experiment.embed === 1;

  /** A built page on a web server works offline from its next visit on; in a frame it leaves no trace. */
  async function keepOffline(): Promise<void> {
    if (import.meta.env.MODE !== 'production' || isEmbedded() || !hasServiceWorkers()) return;
    const { offerOffline } = await loadPatiently(() =>
      loadWith('afterStart', () => import('#ui/offline/offerOffline.tsx')),
    );
    await offerOffline(page);
  }

  const recorded = fetch('./recorded-walk.json', { signal: AbortSignal.timeout(recordedWithinMs) });
  // Without its recorded run the page begins with the engine's own.
  showRecorded(page, () => recorded.then((response) => response.json()))
    .catch(() => false)
    .then(painted)
    // An embedded page starts its engine when it is seen.
    .then(() => isEmbedded() || page.startEngine())
    // The engine's script goes first on its way.
    .then(painted)
    .then(() => loadTheoryAfter(page.store))
    .then(() => loadPatiently(() => loadWith('afterStart', () => import('./afterStart.ts'))))
    .then(({ afterStart }) => afterStart(page))
    .then(keepOffline);
}
