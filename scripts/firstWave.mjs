import { fileLists, noFiles, replaced } from './startTexts.mjs';

/** Files that a chunk needs: itself, what it imports, and their style sheets. */
function filesOf(entry, bundle) {
  const scripts = new Set([entry]);
  const styles = new Set();
  for (const name of scripts) {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk') continue;
    for (const imported of chunk.imports) scripts.add(imported);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
  }
  return { scripts: [...scripts], styles: [...styles] };
}

function chunkWith(module, bundle) {
  const chunk = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module)),
  );
  if (!chunk) throw new Error(`No chunk has ${module}; see scripts/firstWave.mjs.`);
  return chunk.fileName;
}

const preload = (name) => `<link rel="modulepreload" crossorigin href="./${name}">`;

/**
 * A plugin that lets the page ask for all that its first picture needs at once, not for one part after the other has
 * come: scripts and styles of `startPage`, the recorded run, and the words of the language that the page will speak.
 */
export function firstWave(languages) {
  return {
    name: 'first-wave',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html;
        const { scripts, styles } = filesOf(chunkWith('/src/ui/startPage.tsx', bundle), bundle);
        const isNew = (name) => !html.includes(`./${name}"`);
        const links = [
          ...scripts.filter(isNew).map(preload),
          ...styles.filter(isNew).map((name) => `<link rel="stylesheet" crossorigin href="./${name}">`),
          // What draws it comes before it.
          '<link rel="preload" as="fetch" fetchpriority="low" crossorigin href="./recorded-walk.json">',
        ];
        const wordsOf = (name) =>
          filesOf(chunkWith(`/src/ui/dictionary/${name}/dictionary.ts`, bundle), bundle)
            .scripts.filter((file) => isNew(file) && !scripts.includes(file))
            .map((file) => `./${file}`);
        const words = Object.fromEntries(languages.map((name) => [name, wordsOf(name)]));
        return replaced(html, noFiles(languages), fileLists(words)).replace(
          '</head>',
          `  ${links.join('\n    ')}\n  </head>`,
        );
      },
    },
  };
}
