import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { version } from '#experiment/version.ts';

/** What CITATION.cff says as well; a test compares. */
export const cited = { authors: 'The Gradient Walk authors', title: 'Gradient Walk', year: 2026, version };

/** Whose idea it is. */
export const paper = {
  authors: 'D. Sussillo, L. F. Abbott',
  title: 'Random Walk Initialization for Training Very Deep Feedforward Networks',
  year: 2014,
  address: 'https://arxiv.org/abs/1412.6558',
};

/** For a list of references that people write: authors, year, title, version, and the experiment's link last, where nothing sticks to it. */
export const citationText = (link: string): string => dictionary('share').cite.line({ ...cited, link });

/** What would end a group of TeX or begin a command, as an address has it too. */
const plainAddress = (link: string) =>
  link.replace(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name of the entry that tells experiments apart: the sum of the link's code units by FNV-1a, base 36. */
function keyOf(link: string): string {
  let sum = 0x811c9dc5;
  for (const sign of link) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `gradient-walk-${sum.toString(36)}`;
}

/** For BibTeX and biber: `@misc`, which every style prints, with the address in `\url`. */
export function citationEntry(link: string): string {
  const fields = {
    author: `{${cited.authors}}`,
    title: `{${cited.title}}`,
    year: String(cited.year),
    note: `Version ${cited.version}`,
    howpublished: `\\url{${plainAddress(link)}}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{${keyOf(link)},`, ...lines, '}'].join('\n');
}
