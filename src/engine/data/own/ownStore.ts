import { get, set } from 'idb-keyval';
import type { DataSet, Split } from '#engine/data/dataSet.ts';
import { identityText, readIdentity } from '#engine/data/ownIdentity.ts';
import { checksumOf } from './checksum.ts';
import type { OwnSet } from './ownSet.ts';

/** The shape of what is kept; what another version kept is not read. */
const shape = 1;

/** One set a name. */
const keyOf = (name: string) => `gradient-walk own ${name}`;

/** Keeps a set in this browser under its name; false where it has no room or no storage. */
export async function keepOwn({ set: data, identity }: OwnSet): Promise<boolean> {
  try {
    await set(keyOf(identity.name), { shape, identity: identityText(identity), set: data });
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isSplit = (value: unknown): value is Split =>
  isRecord(value) &&
  typeof value.count === 'number' &&
  (value.inputs instanceof Uint8Array || value.inputs instanceof Float32Array) &&
  value.labels instanceof Uint8Array &&
  value.labels.length === value.count;

/** What is kept, if it is what `own` says of it to the last number. */
function setOf(kept: unknown, own: string): DataSet | null {
  const said = readIdentity(own);
  if (!said || !isRecord(kept) || kept.shape !== shape || kept.identity !== own || !isRecord(kept.set))
    return null;
  const { train, heldOut, inputs, classes } = kept.set;
  if (!isSplit(train) || !isSplit(heldOut) || inputs !== said.inputs || classes !== said.classes) return null;
  const isWhole = [train, heldOut].every((split) => split.inputs.length === split.count * said.inputs);
  if (!isWhole || checksumOf([train, heldOut]) !== said.checksum) return null;
  // Its numbers are those of the checksum; the rest was written beside them in one go.
  return kept.set as unknown as DataSet;
}

/** The set of a text of the link, if this browser keeps it. */
export async function keptOwn(own: string): Promise<DataSet | null> {
  const name = readIdentity(own)?.name;
  if (name === undefined) return null;
  try {
    return setOf(await get(keyOf(name)), own);
  } catch {
    return null;
  }
}
