import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The list of languages in index.html, with the files that each needs; `fileLists` of the same list writes it. */
export const fileLists = (lists) => `var spoken = ${JSON.stringify(lists)};`;

/** The text with `from`, which must be there, replaced. */
export function replaced(html, from, to) {
  if (!html.includes(from)) throw new Error(`index.html no longer has ${from}`);
  return html.replace(from, () => to);
}

/** The list before the build knows any file. */
export const noFiles = (languages) => fileLists(Object.fromEntries(languages.map((name) => [name, []])));

const textOf = (name) =>
  `<div lang="${name}">\n${readFileSync(join(root, `src/ui/dictionary/start/${name}.html`), 'utf8')}</div>`;

/** index.html with what it says until the app stands, in every language, and with the list of languages. */
export function withStartTexts(html, languages) {
  const others = languages.map((name) => `html:not([lang="${name}"]) #start [lang="${name}"]`);
  const texts = [`<style>${others.join(',')}{display:none}</style>`, ...languages.map(textOf)].join('\n');
  const place = /<!-- What is said until the app stands[^>]*-->/.exec(html)?.[0] ?? '<!-- What is said …';
  return replaced(replaced(html, 'var spoken = { en: [] };', noFiles(languages)), place, texts);
}

/** A plugin that writes them into the page: no language is named in index.html but English, the first. */
export function startTexts(languages) {
  return {
    name: 'start-texts',
    transformIndexHtml: { order: 'pre', handler: (html) => withStartTexts(html, languages) },
  };
}
