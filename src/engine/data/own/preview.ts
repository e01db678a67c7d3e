import type { DataSet } from '#engine/data/dataSet.ts';
import type { OwnIdentity } from '#engine/data/ownIdentity.ts';
import { type EngineReason, ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { guessedLabel, type OwnDraft, possibleLabels } from './draft.ts';
import { type OwnChoice, type OwnSet, ownSet } from './ownSet.ts';
import { leftOut } from './readTable.ts';

/** How often values of the training inputs come, in equal steps from the least to the greatest. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

/** A sample as a picture. */
export interface PreviewSample {
  readonly label: number;
  /** Grey values 0..1, [rows, columns]. */
  readonly values: Float32Array;
}

/** What is shown of a set before it is trained on. */
export interface SetPreview {
  readonly identity: OwnIdentity;
  readonly rows: number;
  readonly columns: number;
  readonly classNames: readonly string[] | null;
  /** Samples to learn of every class. */
  readonly classCounts: readonly number[];
  readonly samples: readonly PreviewSample[];
  readonly histogram: Histogram;
}

/** What was read of files of the user's own, and what becomes of it as things are chosen. */
export interface OwnPreview {
  readonly name: string;
  readonly choice: OwnChoice;
  /** Columns of a table that can be the class; null for arrays. */
  readonly labels: readonly string[] | null;
  /** Columns that are no inputs. */
  readonly leftOut: readonly string[];
  /** Null while no class is chosen, and where what is chosen is no set. */
  readonly set: SetPreview | null;
  /** Why what is chosen is no set. */
  readonly reason: EngineReason | null;
}

const bins = 32;
/** Values that a histogram is made of; more would cost and show nothing. */
const mostValues = 500_000;
const mostSamples = 24;

/** The histogram of some numbers, or of an even choice of very many. */
export function histogramOf(values: ArrayLike<number>): Histogram {
  const stride = Math.max(1, Math.ceil(values.length / mostValues));
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += stride) {
    low = Math.min(low, values[i] ?? 0);
    high = Math.max(high, values[i] ?? 0);
  }
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i += stride) {
    const share = high > low ? ((values[i] ?? 0) - low) / (high - low) : 0;
    const bin = Math.min(bins - 1, Math.floor(share * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { low, high, counts };
}

/** Some samples to learn, class after class by turns. */
function samplesOf({ train, inputs, classes, picture, mean, deviation }: DataSet): readonly PreviewSample[] {
  const { black, white } = picture ?? { black: mean - 2 * deviation, white: mean + 2 * deviation };
  const each = Math.max(1, Math.ceil(mostSamples / classes));
  const taken = new Array<number>(classes).fill(0);
  const found: (PreviewSample & { readonly turn: number })[] = [];
  for (let i = 0; i < train.count && found.length < mostSamples; i++) {
    const label = train.labels[i] ?? 0;
    if ((taken[label] ?? 0) >= each) continue;
    taken[label] = (taken[label] ?? 0) + 1;
    const values = Float32Array.from(
      train.inputs.subarray(i * inputs, (i + 1) * inputs),
      (value) => (value - black) / (white - black),
    );
    found.push({ label, values, turn: taken[label] ?? 0 });
  }
  const byTurns = found.toSorted((a, b) => a.turn - b.turn || a.label - b.label);
  return byTurns.map(({ label, values }) => ({ label, values }));
}

function setPreview({ set, identity }: OwnSet): SetPreview {
  const classCounts = new Array<number>(set.classes).fill(0);
  for (const label of set.train.labels) classCounts[label] = (classCounts[label] ?? 0) + 1;
  return {
    identity,
    rows: set.picture?.rows ?? 1,
    columns: set.picture?.columns ?? set.inputs,
    classNames: set.classNames,
    classCounts,
    samples: samplesOf(set),
    histogram: histogramOf(set.train.inputs),
  };
}

/** What is chosen of a draft until the user chooses: the likeliest class, and columns of a table standardised. */
export const firstChoice = (draft: OwnDraft): OwnChoice => ({
  label: guessedLabel(draft),
  isStandardised: draft.found.kind === 'table' && draft.found.train.columns.length < 65,
});

/** A draft with what is chosen of it, as it is shown; the set is null where there is none yet, or none at all. */
export function previewOf(
  draft: OwnDraft,
  choice: OwnChoice,
): { readonly preview: OwnPreview; readonly own: OwnSet | null } {
  const { found, name } = draft;
  const table = found.kind === 'table' ? found.train : null;
  const shown = {
    name,
    choice,
    labels: table && possibleLabels(table),
    leftOut: table ? leftOut(table, choice.label) : [],
  };
  try {
    const own = ownSet(draft, choice);
    return { preview: { ...shown, set: own && setPreview(own), reason: null }, own };
  } catch (error) {
    if (!(error instanceof ReasonError)) throw error;
    return { preview: { ...shown, set: null, reason: reasonOf(error) }, own: null };
  }
}
