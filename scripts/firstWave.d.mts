import type { Plugin } from 'vite';

/** A plugin that lets the page ask at once for all that its first picture needs. */
export function firstWave(): Plugin;
