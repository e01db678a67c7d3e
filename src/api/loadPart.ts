/** A part of the page that did not come: not there (404, a newer version in its place), or no network. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
}

/** Marks style sheets that did not come: the build's loader asks for one only once, and would show its part without it. */
function markLost({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset.lost = '';
}

/** Puts a link in the place of a lost one, so that its style sheet is fetched again; rejects if it is lost again. */
function fetchAgain(lost: HTMLLinkElement): Promise<void> {
  const fresh = document.createElement('link');
  fresh.rel = 'stylesheet';
  fresh.crossOrigin = lost.crossOrigin;
  fresh.href = lost.href;
  return new Promise((resolve, reject) => {
    fresh.addEventListener('load', () => resolve());
    fresh.addEventListener('error', () => reject(new Error(fresh.href)));
    lost.replaceWith(fresh);
  });
}

/**
 * Loads a part of the page: every `import()` goes through here. Rejects with a `LoadFailure`; called again it asks
 * again, for scripts (a browser keeps no module that failed) and for style sheets.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  addEventListener('error', markLost, { capture: true });
  try {
    const lost = [...document.querySelectorAll<HTMLLinkElement>('link[data-lost]')];
    await Promise.all(lost.map(fetchAgain));
    return await load();
  } catch (error) {
    throw new LoadFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
