import { del, get, keys, set, update } from 'idb-keyval';
import type { DataSet, Split } from '#engine/data/dataSet.ts';
import { identityText, readIdentity } from '#engine/data/ownIdentity.ts';
import { checksumOf } from './checksum.ts';
import type { OwnSet } from './ownSet.ts';

/** The shape of what is kept; what another version kept is not read. */
const shape = 2;

/** One set a name. */
const keyOf = (name: string) => `gradient-walk own ${name}`;

/** Where the identities of all that are kept stand, so that a list of them need not read the sets. */
const listKey = 'gradient-walk-own-sets';

/** The texts of a list as it is kept; what else may lie there is none. */
const textsOf = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];

/** A list without the set of a name. */
const without = (kept: unknown, name: string) =>
  textsOf(kept).filter((text) => readIdentity(text)?.name !== name);

/** Keeps a set in this browser under its name; false where it has no room or no storage. */
export async function keepOwn({ set: data, identity }: OwnSet): Promise<boolean> {
  try {
    const text = identityText(identity);
    await set(keyOf(identity.name), { shape, identity: text, set: data });
    await update(listKey, (kept: unknown) => [...without(kept, identity.name), text]);
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

/** What this browser keeps, as texts of the link, the newest last; nothing where it has no storage. */
export async function keptOwnSets(): Promise<readonly string[]> {
  try {
    const [kept, all] = await Promise.all([get<unknown>(listKey), keys()]);
    return textsOf(kept).filter((text) => {
      const name = readIdentity(text)?.name;
      return name !== undefined && all.includes(keyOf(name));
    });
  } catch {
    return [];
  }
}

/** Throws a set away that is kept under the name in a text of the link. */
export async function forgetOwn(own: string): Promise<void> {
  const name = readIdentity(own)?.name;
  if (name === undefined) return;
  await del(keyOf(name)).catch(() => undefined);
  await update(listKey, (kept: unknown) => without(kept, name)).catch(() => undefined);
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
