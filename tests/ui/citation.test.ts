import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { addSections } from '#experiment/dictionary/dictionary.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { share } from '#ui/dictionary/en/share.ts';
import { speakEnglish } from '#ui/dictionary/loadDictionary.ts';
import { citationEntry, citationText, cited } from '#ui/share/citation.ts';

speakEnglish();
addSections({ share });

const experiment = { ...defaultExperiment, f: 'relu', depth: 60, seed: 3 } as const;
const link = `https://host/walk/#${formatLink(experiment, [])}`;

test('CITATION.cff and the licence name the authors, version and year of the share dialog', () => {
  const file = readFileSync('CITATION.cff', 'utf8');
  expect(file).toContain(
    `\ntitle: ${cited.title}\nversion: ${cited.version}\nauthors:\n  - name: ${cited.authors}\n`,
  );
  expect(readFileSync('LICENSE', 'utf8')).toContain(`Copyright (c) ${cited.year} ${cited.authors}`);
});

test('a citation in words ends with the link, which opens the experiment', () => {
  const words = citationText(link).split(' ');
  expect(parseLink(new URL(words.at(-1) ?? '').hash).experiment).toEqual(experiment);
  expect(citationText(link)).toContain(cited.version);
});

/** The fields of one entry of BibTeX, without their outer braces. */
function fieldsOf(entry: string): Record<string, string> {
  const [, body = ''] = /^@misc\{[\w-]+,\n([\s\S]*)\n\}$/.exec(entry) ?? [];
  return Object.fromEntries(
    body.split('\n').map((line) => /^ {2}(\w+) = \{(.*)\},$/.exec(line)?.slice(1) ?? []),
  );
}

test('an entry of BibTeX has the link as an address, the version and the authors as one name', () => {
  const fields = fieldsOf(citationEntry(link));
  expect(fields).toEqual({
    author: `{${cited.authors}}`,
    title: `{${cited.title}}`,
    year: String(cited.year),
    note: `Version ${cited.version}`,
    howpublished: `\\url{${link}}`,
  });
});

test('an address with signs of TeX has none of them in its entry, and opens the same', () => {
  const [, address = ''] = /\\url\{(.*)\}\},$/m.exec(citationEntry(`${link}&x={\\}`)) ?? [];
  expect(address).not.toMatch(/[{}\\]/);
  expect(parseLink(new URL(address).hash)).toEqual(parseLink(new URL(`${link}&x={\\}`).hash));
});

test('entries of two experiments have names of their own', () => {
  const nameOf = (entry: string) => entry.split('\n')[0];
  expect(nameOf(citationEntry(link))).not.toBe(nameOf(citationEntry(`${link}0`)));
});
