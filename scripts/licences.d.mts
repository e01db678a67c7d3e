import type { Plugin, Rollup } from 'vite';

/** Packages that the service worker is made of. */
export const serviceWorker: readonly string[];
export const compiledIn: readonly string[];
/** The folder of the package that a module comes from. */
export function packageOf(id: string): string | null;
export function licenceOf(
  folder: string,
  root: string,
): { readonly name: string; readonly license: string; readonly text: string };
export function licencesText(own: string, folders: Iterable<string>, root: string): string;
/** Plugins that hear what is bundled. */
export function licences(
  root: string,
  besides?: readonly string[],
): {
  ofWorker(): Plugin;
  ofPage(): Plugin;
  hear(bundle: Rollup.OutputBundle, ids: Iterable<string>): void;
  text(): string;
};
