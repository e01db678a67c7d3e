import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ships beside the bundles: the parts of the service worker. */
export const serviceWorker = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

/** What is compiled into the kernels: AssemblyScript's library, whose functions become part of the binaries. */
export const compiledIn = ['assemblyscript'];

/** Where the text of the Apache licence stands, for packages that name it and bring none. */
const apacheText = 'node_modules/long/LICENSE';

/** The folder of the package that a module comes from; null for a module of our own. */
export function packageOf(id) {
  const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)\//.exec(id);
  return found?.[1] ?? null;
}

/** The licence of a package, with the notices that are to go with it. */
const textIn = (folder) => {
  const names = readdirSync(folder);
  const file = names.find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file === undefined) return null;
  const notices = names.filter((name) => /^notice(\.\w+)?$/i.test(name));
  return [file, ...notices].map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
};

/** A package's name, version and licence with its text; throws where there is no text to be had. */
export function licenceOf(folder, root) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const maker =
    typeof author === 'string' ? author : (author?.name ?? (/^@tensorflow\//.test(name) ? 'Google LLC' : ''));
  const isApache = /^Apache-2\.0$/.test(license);
  const text = textIn(folder) ?? (isApache ? readFileSync(join(root, apacheText), 'utf8').trim() : null);
  if (text === null) {
    // A few words of the package itself, where it has no file of its own.
    const readme = existsSync(join(folder, 'README.md'))
      ? readFileSync(join(folder, 'README.md'), 'utf8')
      : '';
    const stated = /\n(?:#+\s*)?licen[cs]e\b[^\n]*\n(?:[-=]+\n)?([\s\S]*)$/i.exec(readme)?.[1]?.trim();
    if (!stated) throw new Error(`${name} ${version} (${license}) ships without the text of its licence.`);
    return { name, version, license, maker, text: stated };
  }
  return { name, version, license, maker, text };
}

/** One text of all licences, each once: packages with the same text share it. */
export function licencesText(own, folders, root) {
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license, maker, text } = licenceOf(folder, root);
    const line = `${name} ${version}, ${license}${maker === '' ? '' : `, by ${maker}`}`;
    const lines = byText.get(text) ?? [];
    if (!lines.includes(line)) byText.set(text, [...lines, line]);
  }
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const head = `Gradient Walk\n\n${own}${rule}It contains the following packages.`;
  return [head, ...[...byText].map(([text, lines]) => `${lines.join('\n')}\n\n${text}`)]
    .join(rule)
    .concat('\n');
}

/**
 * Plugins that hear what is bundled, in the page and in its workers, and write licences.txt from it. `besides`: packages
 * that are copied as they are.
 */
export function licences(root, besides = []) {
  const folders = new Set([...besides].map((name) => join(root, 'node_modules', name)));
  function hear(bundle, ids) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? Object.keys(file.modules) : [],
    );
    const styles = [...ids].filter((id) => /\.css(\?|$)/.test(id));
    for (const id of [...modules, ...styles]) {
      const folder = packageOf(id);
      if (folder !== null) folders.add(folder);
    }
  }
  const text = () => licencesText(readFileSync(join(root, 'LICENSE'), 'utf8').trim(), folders, root);
  return {
    /** For `worker.plugins`. */
    ofWorker: () => ({
      name: 'licences-of-worker',
      generateBundle(_, bundle) {
        hear(bundle, this.getModuleIds());
      },
    }),
    /** For `plugins`: writes the file. */
    ofPage: () => ({
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        hear(bundle, this.getModuleIds());
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: text() });
      },
    }),
    /** For a page of one file: hears only; the caller places the text. */
    hear,
    text,
  };
}
