import { ownName } from '#engine/data/ownIdentity.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { namedClasses } from './emnistNames.ts';
import type { NumberArray } from './npy.ts';
import type { Opened } from './openFiles.ts';
import { type Part, partOfArrays, partOfTable } from './part.ts';
import type { Table } from './readTable.ts';
import { type Purpose, purposeOf } from './roles.ts';

/** What was read, before it is said what of it is the class. */
export interface OwnDraft {
  readonly name: string;
  readonly files: readonly string[];
  readonly found:
    | { readonly kind: 'table'; readonly train: Table; readonly heldOut: Table | null }
    | { readonly kind: 'parts'; readonly train: Part; readonly heldOut: Part | null };
  /** What the files call the classes, counted from 0. */
  readonly classNames: readonly string[] | null;
}

/** What is for learning and what is held out; the only one there is, is for both. Throws a `ReasonError` for two of one. */
function byPurpose<T extends { readonly file: string }>(
  all: readonly T[],
): { train: T; heldOut: T | null } | null {
  const those = (purpose: Purpose) => all.filter(({ file }) => purposeOf(file) === purpose);
  const [learn, held] = [those('train'), those('heldOut')];
  const twice = [learn, held].find(({ length }) => length > 1);
  if (twice) throw new ReasonError({ code: 'twice', files: twice.map(({ file }) => file) });
  const [train, heldOut] = learn.length > 0 ? [learn[0], held[0]] : [held[0], undefined];
  return train ? { train, heldOut: heldOut ?? null } : null;
}

const labelName = /label|target|class|(^|[^a-z])y([^a-z]|$)|^y/i;

/** Classes are a number a sample, or are called so. */
const isLabels = ({ file, dimensions }: NumberArray) =>
  dimensions.length < 2 || (labelName.test(file) && dimensions.slice(1).every((size) => size === 1));

function partsOfArrays(arrays: readonly NumberArray[]) {
  const given = arrays.map(({ file }) => file);
  const labels = byPurpose(arrays.filter(isLabels));
  const inputs = byPurpose(arrays.filter((one) => !isLabels(one)));
  if (!inputs) throw new ReasonError({ code: 'noInputs', given });
  if (!labels || (inputs.heldOut && !labels.heldOut)) throw new ReasonError({ code: 'noLabels', given });
  const part = (one: NumberArray, classes: NumberArray): Part => {
    const made = partOfArrays(one, classes);
    return { ...made, words: namedClasses(one.file, made.words) };
  };
  return {
    kind: 'parts' as const,
    train: part(inputs.train, labels.train),
    heldOut: inputs.heldOut && labels.heldOut && part(inputs.heldOut, labels.heldOut),
  };
}

/** What opened files are together; throws a `ReasonError`. */
export function draftOf({ arrays, tables, classNames }: Opened, files: readonly string[]): OwnDraft {
  const tabled = byPurpose(tables);
  const found = tabled ? { kind: 'table' as const, ...tabled } : partsOfArrays(arrays);
  // An array's file stands before its own name.
  const name = ownName(found.train.file.replace(/: .*/, ''));
  return { name, files, found, classNames };
}

const likelyLabel = /^(class|label|labels|target|y|species|digit|category|klasse|kategorie)$/i;

/** The column that is the class, most likely: by its name, else the last that can be; null for none. */
export function guessedLabel({ found }: OwnDraft): string | null {
  if (found.kind === 'parts') return null;
  const possible = possibleLabels(found.train);
  return possible.find((name) => likelyLabel.test(name)) ?? possible.at(-1) ?? null;
}

/** Columns that can be the class: of two values or more, and not too many. */
export const possibleLabels = ({ columns }: Table): readonly string[] =>
  columns
    .filter(({ name, words }) => name !== '' && words !== null && words.length > 1)
    .map(({ name }) => name);

/** The samples of a draft whose class is the column `label`; null where it is none. Throws a `ReasonError`. */
export function partsOf(
  { found }: OwnDraft,
  label: string | null,
): { train: Part; heldOut: Part | null } | null {
  if (found.kind === 'parts') return found;
  if (label === null) return null;
  const names = ({ columns }: Table) => columns.map(({ name }) => name).join();
  if (found.heldOut && names(found.heldOut) !== names(found.train))
    throw new ReasonError({ code: 'unlike', train: found.train.file, heldOut: found.heldOut.file });
  const train = partOfTable(found.train, label);
  const heldOut = found.heldOut && partOfTable(found.heldOut, label);
  return train && { train, heldOut };
}
