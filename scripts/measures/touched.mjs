import { isScript } from './sourceFiles.mjs';
import { treeOf, walkTree } from './syntax.mjs';

/**
 * What stands for its kind: a thing of which there are several, and that every file which knows it calls by name. The
 * sweep `budget` has namesakes: a link key, whose words are counted with the keys, and laws of theory, which knows no sweep.
 */
const representatives = {
  'link key': { name: 'outgain', apart: null },
  sweep: { name: 'budget', apart: /\/parameters\.ts$|^theory\// },
  'data set': { name: 'spirals', apart: null },
};

/** Lessons are about things; a new thing needs none. */
const isAsked = (file) => isScript(file) && !/\/lessons(\/|(En|De)?\.ts$)/.test(file.name);

/**
 * Whether a file means a thing: by an identifier or a key that is its name or begins with it (`spirals`,
 * `spiralsFacts`), by a string that is its name, or by the path of its file. A word in a sentence means something else.
 */
function means(file, name) {
  const isNamed = new RegExp(`^${name}(?![a-z]|Ms)`);
  const isPath = new RegExp(`/${name}\\.ts$`);
  let found = false;
  walkTree(treeOf(file), (node) => {
    if (node.type === 'Identifier') found ||= isNamed.test(node.name);
    if (node.type === 'Literal' && typeof node.value === 'string') {
      found ||= node.value === name || isPath.test(node.value);
    }
  });
  return found;
}

/** A dictionary's file without its language: what is said of a thing is one step, in however many languages. */
const stepOf = (name) => name.replace(/^(.*)\/dictionary\/\w\w\//, '$1/dictionary/*/');

/** Where the representative of each kind is named, what a new one of the kind would touch: files, and words in every language. */
export function touchedFiles(files) {
  return Object.entries(representatives).map(([kind, { name, apart }]) => {
    const named = files.filter((file) => isAsked(file) && !apart?.test(file.name) && means(file, name));
    return { kind, name, files: [...new Set(named.map((file) => stepOf(file.name)))] };
  });
}

/** Where German is named: by its code in quotes, in a path, in a pattern, as a key or an attribute. It stands for every language but the first. */
const namesGerman = /['"`(|/[]de['"`)|/\]]|\bde: |(De|\/de)\.ts'|\b[gG]erman\b/;

/** Files besides German itself that know of it: a list of languages each. In the engine `de` is an error's derivative. */
export const languageLists = (files) =>
  files
    .filter(
      ({ name, text }) => !/\/(de|start)\/|^engine\//.test(name) && namesGerman.test(withoutComments(text)),
    )
    .map(({ name }) => name);

/** What the code says, without what it says about itself. */
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
