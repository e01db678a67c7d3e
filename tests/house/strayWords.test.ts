import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#experiment/language.ts';
import { strayWords } from './strayWords.ts';

const root = join(import.meta.dirname, '../../src');

/** Dictionaries: a folder each language. The parameter table is what `parameters.ts` is in the others. */
const isWordFile = (name: string) =>
  /\/dictionary\/\w\w\//.test(name) || /^experiment\/schema(\.ts|\/\w+Rows\.ts)$/.test(name);

/** Programs in other languages: WGSL, and PyTorch scripts with their comments. */
const isProgram = (name: string) =>
  /^engine\/((kernels|random|data\/sets)\/|data\/savedPython)|^python\//.test(name);

/** Texts that no person reads, or that are the same in every language. */
const notWords: readonly string[] = [
  // Names of keys and of types, as the browser gives them.
  'Enter',
  'Escape',
  'Home',
  'End',
  'Page',
  'Files',
  // Halves of a column's name in a table for programs.
  'Mean',
  'Variance',
  // Ranges in the link's reference (docs/PROGRAMS.md).
  'comma list of …',
  '2.. … widths of 1.. … , joined by -',
  // A name that the page has words for.
  'unnamed adapter',
  // A kind of theory, as programs read it (docs/PROGRAMS.md).
  'measured reference',
  // Languages by their own names.
  ...Object.values(languages),
  // Names and titles of what is cited, and of a program.
  'The Gradient Walk authors',
  'Gradient Walk',
  'Random Walk Initialization for Training Very Deep Feedforward Networks',
  'BibTeX',
  // What two workers tell each other.
  'data',
  'network',
  // What there is too much of, in a reason that the page has words for.
  'classes',
  'inputs',
  'rows',
  'numbers',
  // What a parser of tables calls its errors, and NumPy a flag.
  'Quotes',
  'True',
  // What was compared, in a reason that the page has words for.
  'weights',
  'loss',
  'accuracy',
  'walk',
];

const isSelector = (text: string) => /\[role=/.test(text);

const files = ['ui', 'plots', 'experiment', 'run', 'python', 'api', 'engine'].flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .map((name) => `${layer}/${name}`)
    .filter((name) => /\.tsx?$/.test(name)),
);

test('no source file says a word of its own: all words stand in files of words', () => {
  const read = files.filter((name) => !isWordFile(name) && !isProgram(name));
  expect(read.length).toBeGreaterThan(250);
  const found = read.flatMap((name) =>
    strayWords(readFileSync(join(root, name), 'utf8'), name.endsWith('x') ? 'tsx' : 'ts')
      .filter(({ text }) => !notWords.includes(text) && !isSelector(text))
      .map(({ text, because }) => `${name}: ${because}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('every exception is needed', () => {
  const all = files
    .filter((name) => !isWordFile(name) && !isProgram(name))
    .flatMap((name) => strayWords(readFileSync(join(root, name), 'utf8'), name.endsWith('x') ? 'tsx' : 'ts'))
    .map(({ text }) => text);
  expect(notWords.filter((text) => !all.includes(text))).toEqual([]);
});

/** What a hurried change could bring in, and how it is seen. */
const strays: Readonly<Record<string, string>> = {
  'a child': 'const A = () => <b>Close</b>;',
  'a child in small letters': 'const A = () => <b>close</b>;',
  'a child beside a value': 'const A = () => <b>{n} steps</b>;',
  'a choice': "const A = () => <b>{isOpen ? 'close' : 'open'}</b>;",
  'a condition': "const A = () => <b>{isOpen && 'close'}</b>;",
  'a template': `const A = () => <b>{\`\${n} steps\`}</b>;`,
  'an aria-label': 'const A = () => <b aria-label="close" />;',
  'an aria-label by template': `const A = () => <b aria-label={\`close \${n}\`} />;`,
  'a title': 'const A = () => <b title="close" />;',
  'a placeholder': 'const A = () => <input placeholder="name" />;',
  'an alt': 'const A = () => <img alt="walks" />;',
  'a component’s label': 'const A = () => <Field label="depth" />;',
  'a constant': "const word = 'close';\nconst A = () => <b>{word}</b>;",
  'a constant in an attribute': "const word = 'close';\nconst A = () => <b title={word} />;",
  'a constant of constants': "const words = { no: 'close' };\nconst A = () => <b>{words.no}</b>;",
  'a constant by key': "const words = { no: 'close' };\nconst A = ({ k }) => <b>{words[k] ?? k}</b>;",
  'a property': "const mark = { label: 'close', x: 3 };",
  'a text that is written': "element.textContent = 'close';",
  'a text of d3': "group.append('text').text('layers');",
  'a text on a canvas': "context.fillText('layers', 0, 0);",
  'an attribute that is set': "svg.attr('aria-label', 'layers');",
  'a sentence anywhere': `export const reason = (n) => \`It needs \${n} bytes of memory.\`;`,
  'a sentence in a frame': "post({ kind: 'failed', detail: 'The device is lost.' });",
  'a word as on a button': "export const names = { go: 'Restart' };",
};

for (const [what, source] of Object.entries(strays)) {
  test(`the test sees ${what}`, () => expect(strayWords(source)).not.toEqual([]));
}

test('names, classes, selectors, formulas and errors of ours are not taken for words', () => {
  const silent = `
    import { a } from './a.ts';
    type View = 'walk pages' | 'Close';
    const A = () => <b className="is-dark is-wide" id="x" data-kind="close">{words.close} · ln Z² = {n}</b>;
    const kind = 'walk';
    document.querySelector('b > input, textarea');
    svg.attr('class', 'axis is-quiet');
    if (!root) throw new Error('index.html has no root.');
    const lines = [\`\${a}: \${b}\`, 'v=1', '1 / N', 'x', '±1'];
  `;
  expect(strayWords(silent)).toEqual([]);
});
