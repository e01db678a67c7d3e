import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** Every file of `src/`, by its path from there, with its text. */
export function readSource() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'src/').length).replaceAll('\\', '/'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));
}

/** What the page is made of besides `src/`: its frame, and what builds it. */
export function readFrame() {
  const names = ['index.html', 'vite.config.ts', 'vite.single.config.ts'];
  const scripts = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.mjs'));
  return [...names, ...scripts.map((name) => `scripts/${name}`)].map((name) => ({
    name,
    text: readFileSync(join(root, name), 'utf8'),
  }));
}

/** TypeScript files of a list. */
export const isScript = ({ name }) => /\.tsx?$/.test(name);

export const isStyle = ({ name }) => name.endsWith('.css');

/** The folder of a path; empty at the root. */
export const folderOf = (name) => name.split('/').slice(0, -1).join('/');

export const layerOf = (name) => name.split('/')[0];
