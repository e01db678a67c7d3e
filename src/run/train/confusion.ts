import type { TrainRecord } from './trainRecord.ts';

/** Samples of a class that got an answer. */
export interface ConfusionCell {
  readonly truth: number;
  readonly answer: number;
  readonly count: number;
}

/** What became of the held-out samples of every class. */
export interface Confusion {
  readonly step: number;
  readonly samples: number;
  readonly classes: number;
  /** [classes, classes]: true class by row, answer by column. */
  readonly counts: Uint32Array;
  /** Samples of every class, [classes]. */
  readonly asked: Uint32Array;
  /** Those of them that were named right, [classes]. */
  readonly right: Uint32Array;
}

/** The answers that samples of a class got, [classes]. */
const rowOf = ({ counts, classes }: Pick<Confusion, 'counts' | 'classes'>, truth: number): Uint32Array =>
  counts.subarray(truth * classes, (truth + 1) * classes);

/** The confusion of classes at the last look; null for encode, and before there was one. */
export function confusionOf({ answers }: Pick<TrainRecord, 'answers'>): Confusion | null {
  if (!answers?.confusion) return null;
  const { step, samples, confusion: counts } = answers;
  const classes = Math.round(Math.sqrt(counts.length));
  const answersOf = (truth: number) => rowOf({ counts, classes }, truth);
  const length = { length: classes };
  return {
    step,
    samples,
    classes,
    counts,
    asked: Uint32Array.from(length, (_, truth) => answersOf(truth).reduce((sum, count) => sum + count, 0)),
    right: Uint32Array.from(length, (_, truth) => answersOf(truth)[truth] ?? 0),
  };
}

/** The cells that have samples, row by row. */
export function confusionCells({ counts, classes }: Confusion): readonly ConfusionCell[] {
  const cells: ConfusionCell[] = [];
  for (const [i, count] of counts.entries())
    if (count > 0) cells.push({ truth: Math.floor(i / classes), answer: i % classes, count });
  return cells;
}

/** The mistake that is made most often; null where none is made. */
export const commonestMistake = (confusion: Confusion): ConfusionCell | null =>
  confusionCells(confusion)
    .filter(({ truth, answer }) => truth !== answer)
    .reduce<ConfusionCell | null>(
      (most, cell) => (most === null || cell.count > most.count ? cell : most),
      null,
    );

/** The class whose samples are named right least often; null where nothing was asked. */
export function hardestClass({ asked, right, classes }: Confusion): number | null {
  const share = (truth: number) => (right[truth] ?? 0) / (asked[truth] ?? 0);
  const present = Array.from({ length: classes }, (_, truth) => truth).filter(
    (truth) => (asked[truth] ?? 0) > 0,
  );
  return present.reduce<number | null>(
    (least, truth) => (least === null || share(truth) < share(least) ? truth : least),
    null,
  );
}

/** The counts as rows of numbers: what survives JSON. */
export function confusionRows(record: Pick<TrainRecord, 'answers'>): readonly (readonly number[])[] | null {
  const confusion = confusionOf(record);
  if (!confusion) return null;
  return Array.from({ length: confusion.classes }, (_, truth) => [...rowOf(confusion, truth)]);
}
