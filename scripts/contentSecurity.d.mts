import type { Plugin } from 'vite';

interface PolicyOptions {
  readonly kind: 'folder' | 'single';
  /** Folders of other hosts that may be fetched from. */
  readonly mirrors: readonly string[];
}

/** The text of every script that stands in the page itself. */
export function inlineScripts(html: string): string[];
export function contentSecurityPolicy(html: string, options: PolicyOptions): string;
export function withPolicy(html: string, options: PolicyOptions): string;
/** A plugin that writes the policy into every page of the build. */
export function contentSecurity(options: PolicyOptions): Plugin;
