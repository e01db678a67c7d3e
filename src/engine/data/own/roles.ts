import type { DataFile } from '#engine/data/dataFile.ts';
import { ReasonError } from '#engine/worker/reason.ts';

/** What a part of a set is for. */
export type Purpose = 'train' | 'heldOut';

const heldOut = /(^|[^a-z])(t10k|test|held|heldout|valid|validation|val|eval)([^a-z]|$)|^[xy]test/i;

/** What a file or an array is for, by its name: MNIST's `t10k`, EMNIST's `emnist-letters-test-..`, Keras's `x_test`. */
export const purposeOf = (name: string): Purpose => (heldOut.test(name) ? 'heldOut' : 'train');

/** Whether pictures are stored column after column: EMNIST's are (Cohen et al. 2017, who turned NIST's). */
export const isTurned = (name: string) => /emnist/i.test(name);

/** Whether two files hold the same. */
export const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The file for a part of MNIST, of all that may be it; null for none. Throws a `ReasonError` where they differ. */
export function onlyFile(files: readonly DataFile[]): DataFile | null {
  const [first, ...others] = files;
  if (!first) return null;
  const other = others.find(({ bytes }) => !isSame(first.bytes, bytes));
  if (other) throw new ReasonError({ code: 'twice', files: [first.name, other.name] });
  return first;
}
