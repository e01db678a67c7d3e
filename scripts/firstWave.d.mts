import type { Plugin } from 'vite';

/** A plugin that lets the page ask at once for all that its first picture needs, in each of the languages. */
export function firstWave(languages: readonly string[]): Plugin;
