import type { Plugin } from 'vite';

export declare function withDecorators(text: string): string;
export declare function assembly(): Plugin;
