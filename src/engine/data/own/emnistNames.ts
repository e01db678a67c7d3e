const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Small letters that are not written as their capitals are. */
const small = 'abdefghnqrt';

/** What the classes of EMNIST's parts stand for, from the class of the first sign on (Cohen et al. 2017, table II). */
const signs: Readonly<Record<string, { readonly signs: string; readonly first: number }>> = {
  letters: { signs: capitals, first: 1 },
  balanced: { signs: digits + capitals + small, first: 0 },
  bymerge: { signs: digits + capitals + small, first: 0 },
  byclass: { signs: digits + capitals + capitals.toLowerCase(), first: 0 },
};

/** The classes of one of EMNIST's files as the letters that they stand for; as they are for any other file. */
export function namedClasses(file: string, words: readonly string[]): readonly string[] {
  const known = signs[/emnist-(letters|balanced|bymerge|byclass)/i.exec(file)?.[1]?.toLowerCase() ?? ''];
  return known ? words.map((word) => known.signs[Number(word) - known.first] ?? word) : words;
}
