import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { treeOf, walkTree } from '../../scripts/measures/syntax.mjs';

const folders = ['src/experiment/dictionary/fr', 'src/ui/dictionary/fr'];

/** Every text between quotes of a source file, without paths of imports. */
function textsOf(name: string): string[] {
  const text = readFileSync(name, 'utf8');
  const found: string[] = [];
  walkTree(treeOf({ name, text }), (node) => {
    const isText = node.type === 'TemplateElement' || node.type === 'Literal';
    const said = text.slice(Number(node.start), Number(node.end));
    if (isText && !/^'[#./]/.test(said)) found.push(said.replace(/^['`]|['`]$|\{\w+\}/g, ''));
  });
  return found;
}

const words = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => textsOf(`${folder}/${name}`)),
);
const documents = ['docs/TEACHING.fr.md', 'src/ui/dictionary/start/fr.html'].map((name) =>
  readFileSync(name, 'utf8').replace(/\]\([^)]*\)|`[^`]*`|<[^>]*>/g, ''),
);
const texts = [...words, ...documents];

/** What of the texts breaks a rule, with what stands around it. */
const breaches = (rule: RegExp) =>
  texts.flatMap((text) =>
    Array.from(text.matchAll(rule), ({ index }) => text.slice(Math.max(0, index - 20), index + 10)),
  );

test('a space that does not break stands before : ; ? ! and within « »', () => {
  expect(texts.join('').match(/[\u00A0\u202F][:;?!»]/g)?.length).toBeGreaterThan(250);
  expect(breaches(/[^\u00A0]:/g)).toEqual([]);
  expect(breaches(/[^\u202F][;?!](?!\.|\))/g)).toEqual([]);
  expect(breaches(/«[^\u00A0]|[^\u00A0]»|[“”„]/g)).toEqual([]);
  expect(breaches(/\d %|\d Mo\b/g)).toEqual([]);
});

test('apostrophes are those of print, and numbers have a decimal comma', () => {
  expect(breaches(/[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/g)).toEqual([]);
  expect(breaches(/(?<![\w.=])\d+\.\d/g)).toEqual([]);
});

/** One word for one thing; what another dictionary would take for it is not said. */
test('terms are those of the glossary', () => {
  for (const other of [
    /évanescente|disparition du gradient|gradient disparaiss/i,
    /\bseed\b/i,
    / loss\b|\bloss /i,
    /\bbatch\b|mini-batch/i,
    /learning rate/i,
    /pré-activation/i,
    /écart-type/i,
    /\bdrift\b/i,
    /promenade|\bbalade/i,
    /nonlinéarité|non linéarité/i,
  ]) {
    expect(breaches(new RegExp(other, 'gi'))).toEqual([]);
  }
});
