const key = 'gradient-walk-known';

/** Whether this browser opens the page for the first time; one that keeps nothing cannot say, and is spared. */
export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return false;
  }
}

/** From the next visit on the page is known. */
export function rememberUse(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Nothing is kept here: the page explains itself again.
  }
}
