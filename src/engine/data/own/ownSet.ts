import {
  type DataSet,
  type PictureScale,
  type Plane,
  type Split,
  standardised,
} from '#engine/data/dataSet.ts';
import type { OwnIdentity } from '#engine/data/ownIdentity.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { checksumOf, sampleHashes } from './checksum.ts';
import { type OwnDraft, partsOf } from './draft.ts';
import { ownLimits } from './ownLimits.ts';
import type { Part } from './part.ts';

/** What a user decides about files of their own. */
export interface OwnChoice {
  /** The column that is the class; null for arrays, which have classes of their own. */
  readonly label: string | null;
  /** Whether every input is brought to mean 0 and deviation 1 over the samples to learn. */
  readonly isStandardised: boolean;
}

/** A set of the user's own. */
export interface OwnSet {
  readonly set: DataSet;
  readonly identity: OwnIdentity;
}

/** One of so many samples is held out where the files hold out none. */
const heldOutShare = 6;

/** Rows of a matrix at some places. */
function rowsAt<T extends Uint8Array | Float32Array>(
  values: T,
  size: number,
  places: ArrayLike<number>,
  made: T,
): T {
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] ?? 0) * size;
    made.set(values.subarray(at, at + size), i * size);
  }
  return made;
}

function splitAt({ inputs: values, labels }: Split, size: number, places: Uint32Array): Split {
  const length = places.length * size;
  const made = values instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  return {
    count: places.length,
    inputs: rowsAt(values, size, places, made),
    labels: Uint8Array.from(places, (place) => labels[place] ?? 0),
  };
}

/** Places of a split in the order of its samples' hashes: mixed, and the same however the samples stood. */
function mixedPlaces({ inputs, count }: Split): Uint32Array {
  const hashes = sampleHashes(inputs, count);
  return Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b,
  );
}

/** Holds out a share of the samples, equal ones together. */
function dividedOf(all: Split, size: number): { train: Split; heldOut: Split } {
  const hashes = sampleHashes(all.inputs, all.count);
  const mixed = mixedPlaces(all);
  const last = hashes[mixed[Math.max(1, Math.round(all.count / heldOutShare)) - 1] ?? 0] ?? 0;
  const places = Uint32Array.from({ length: all.count }, (_, i) => i);
  const isHeldOut = (place: number) => (hashes[place] ?? 0) <= last;
  return {
    train: splitAt(
      all,
      size,
      places.filter((place) => !isHeldOut(place)),
    ),
    heldOut: splitAt(all, size, places.filter(isHeldOut)),
  };
}

/** Inputs with mean 0 and deviation 1, each by its own over the samples to learn; those that never change become 0. */
function standardisedSplits(splits: readonly [Split, Split], size: number): readonly [Split, Split] {
  const [train] = splits;
  const means = new Float64Array(size);
  const squares = new Float64Array(size);
  const { inputs, count } = train;
  for (let i = 0; i < inputs.length; i++) {
    const k = i % size;
    means[k] = (means[k] ?? 0) + (inputs[i] ?? 0) / count;
  }
  for (let i = 0; i < inputs.length; i++) {
    const k = i % size;
    squares[k] = (squares[k] ?? 0) + ((inputs[i] ?? 0) - (means[k] ?? 0)) ** 2 / count;
  }
  const scaled = (split: Split): Split => ({
    ...split,
    inputs: Float32Array.from(split.inputs, (value, i) => {
      const deviation = Math.sqrt(squares[i % size] ?? 0);
      return deviation > 0 ? (value - (means[i % size] ?? 0)) / deviation : 0;
    }),
  });
  return [scaled(train), scaled(splits[1])];
}

/** Classes in their order, by number where all are numbers, and each part's labels as places in it. */
function labelled(train: Part, heldOut: Part | null) {
  const words = [...new Set([...train.words, ...(heldOut?.words ?? [])])];
  const isNumbers = words.every((word) => word.trim() !== '' && Number.isFinite(Number(word)));
  const sorted = isNumbers ? words.toSorted((a, b) => Number(a) - Number(b)) : words.toSorted();
  const split = ({ count, values, words: own, codes }: Part): Split => {
    const places = own.map((word) => sorted.indexOf(word));
    return { count, inputs: values, labels: codes.map((code) => places[code] ?? 0) };
  };
  return { sorted, split };
}

/** What is black and what is white in pictures of a set; other inputs are shown from -2 to +2 deviations. */
function scaleOf(
  set: Pick<DataSet, 'mean' | 'deviation' | 'train'>,
  part: Part,
  isRaw: boolean,
): PictureScale {
  if (!part.picture || !isRaw) {
    const { mean, deviation } = set;
    return { black: mean - 2 * deviation, white: mean + 2 * deviation };
  }
  const { inputs } = set.train;
  if (inputs instanceof Uint8Array && inputs.some((value) => value > 16)) return { black: 0, white: 255 };
  let [black, white] = [0, 0];
  for (const value of inputs) {
    black = Math.min(black, value);
    white = Math.max(white, value);
  }
  return { black, white: white > black ? white : 1 };
}

/** What is said of a set. */
const identityOf = (name: string, { train, heldOut, inputs, classes }: DataSet): OwnIdentity => ({
  name,
  trainCount: train.count,
  heldOutCount: heldOut.count,
  inputs,
  classes,
  checksum: checksumOf([train, heldOut]),
});

/** The part of the plane that samples of two inputs lie in, with some room around them. */
function planeOf(splits: readonly Split[]): Plane {
  const along = (axis: number) => {
    const values = splits.flatMap(({ inputs }) => Array.from(inputs).filter((_, i) => i % 2 === axis));
    const [low, high] = values.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return { centre: (low + high) / 2, half: 0.55 * (high - low) || 1 };
  };
  const [x, y] = [along(0), along(1)];
  return { centre: [x.centre, y.centre], half: [x.half, y.half] };
}

/** The data set of a draft and what is decided of it; null while no class is chosen. Throws a `ReasonError`. */
export function ownSet(draft: OwnDraft, { label, isStandardised }: OwnChoice): OwnSet | null {
  const parts = partsOf(draft, label);
  if (!parts) return null;
  const { train: part, heldOut: other } = parts;
  if (other && other.inputs !== part.inputs)
    throw new ReasonError({ code: 'unlike', train: part.file, heldOut: other.file });
  const { sorted, split } = labelled(part, other);
  const found = sorted.length;
  if (found < 2) throw new ReasonError({ code: 'oneClass', name: draft.name });
  if (found > ownLimits.classes)
    throw new ReasonError({ code: 'tooMany', what: 'classes', found, most: ownLimits.classes });
  const size = part.inputs;
  const raw = other ? { train: split(part), heldOut: split(other) } : dividedOf(split(part), size);
  if (raw.train.count === 0 || raw.heldOut.count === 0)
    throw new ReasonError({ code: 'fewSamples', name: draft.name });
  const pair = [raw.train, raw.heldOut] as const;
  const [train, unmixed] = isStandardised ? standardisedSplits(pair, size) : pair;
  const heldOut = splitAt(unmixed, size, mixedPlaces(unmixed));
  const isCounted = sorted.every((word, i) => word === String(i));
  const own = draft.classNames?.length === found ? draft.classNames : sorted;
  const set = standardised({
    inputs: size,
    classes: found,
    classNames: isCounted && own === sorted ? null : own,
    plane: size === 2 ? planeOf([train, heldOut]) : null,
    heard: null,
    picture: null,
    train,
    heldOut,
  });
  if (size === 2) return { set, identity: identityOf(draft.name, set) };
  const picture = { ...(part.picture ?? { rows: 1, columns: size }), ...scaleOf(set, part, !isStandardised) };
  return {
    set: { ...set, picture },
    identity: identityOf(draft.name, set),
  };
}
