/** What is said of a set of the user's own, wherever it is: enough to know it again. */
export interface OwnIdentity {
  readonly name: string;
  readonly trainCount: number;
  readonly heldOutCount: number;
  readonly inputs: number;
  readonly classes: number;
  /** Of every number and class of the set, 8 hexadecimal digits (`own/checksum.ts`). */
  readonly checksum: string;
}

const text = /^([\p{L}\p{N}_.]{1,24})-(\d{1,7})-(\d{1,7})-(\d{1,5})-(\d{1,3})-([\da-f]{8})$/u;

/** An identity as the link has it: `iris-125-25-4-3-1f2e3d4c`. */
export const identityText = (set: OwnIdentity): string =>
  [set.name, set.trainCount, set.heldOutCount, set.inputs, set.classes, set.checksum].join('-');

/** The identity that a text of the link states; null for none. */
export function readIdentity(given: string): OwnIdentity | null {
  const [, name, trainCount, heldOutCount, inputs, classes, checksum] = text.exec(given) ?? [];
  if (name === undefined || checksum === undefined) return null;
  return {
    name,
    trainCount: Number(trainCount),
    heldOutCount: Number(heldOutCount),
    inputs: Number(inputs),
    classes: Number(classes),
    checksum,
  };
}

/** Words of a file's name that say what part of a set it is. */
const partWords = /(^|[-_. ])(train|test|images?|imgs?|labels?|features|data|x|y|idx\d|ubyte)(?=[-_. ]|$)/gi;

/** The name of a set after a file of it: without its endings, and only with signs that a link bears. */
export function ownName(file: string): string {
  const bare = file.replace(/( ?\(\d+\))?(\.(gz|csv|tsv|txt|data|npy|npz)( ?\(\d+\))?)+$/i, '');
  // In small letters: some ways to send a link change its capitals.
  const name = bare
    .toLowerCase()
    .replace(partWords, '')
    .replace(/[^\p{L}\p{N}_.]+/gu, '_');
  return (
    name
      .replace(/^[_.]+/, '')
      .slice(0, 24)
      .replace(/[_.]+$/, '') || 'own'
  );
}
