import type { Plugin } from 'vite';

export declare const forNode: Plugin;
