/** The path of a full Chromium or Chrome on this machine, or undefined. */
export function findBrowser(): string | undefined;
