import type { Plugin } from 'vite';

/** Adds to index.html what it says until the app stands, in each of the languages, and their list. Throws where it has no place for them. */
export function withStartTexts(html: string, languages: readonly string[]): string;
export function startTexts(languages: readonly string[]): Plugin;
