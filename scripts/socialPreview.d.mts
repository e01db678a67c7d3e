import type { Plugin } from 'vite';

/** The picture of the preview: its file in `public/`, and its size in px. */
export const picture: { readonly name: string; readonly width: number; readonly height: number };

/** The page with its preview; with a picture where the address is known. Throws for an address that is none. */
export function withPreview(html: string, address?: string): string;
export function socialPreview(address?: string): Plugin;
