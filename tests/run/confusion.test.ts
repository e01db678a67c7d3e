import { expect, test } from 'vitest';
import {
  commonestMistake,
  confusionCells,
  confusionOf,
  confusionRows,
  hardestClass,
} from '#run/train/confusion.ts';

const worst = {
  step: 7,
  count: 0,
  heard: null,
  labels: new Uint8Array(),
  inputs: new Float32Array(),
  outputs: new Float32Array(),
};

/** A record of some counts, three classes of which none is empty but the last. */
const recordOf = (confusion: Uint32Array | null) => ({
  answers: { step: 7, samples: 12, confusion, worst, worstLosses: new Float32Array() },
});
const counts = Uint32Array.of(5, 1, 0, 2, 3, 1, 0, 0, 0);

function found(record: Parameters<typeof confusionOf>[0]) {
  const confusion = confusionOf(record);
  if (!confusion) throw new Error('There is a confusion.');
  return confusion;
}

test('a class has as many samples as its row, and as many right as its place on the diagonal', () => {
  const { asked, right, classes } = found(recordOf(counts));
  expect(classes).toBe(3);
  expect([...asked]).toEqual([6, 6, 0]);
  expect([...right]).toEqual([5, 3, 0]);
});

test('the hardest class is one that was asked, and the commonest mistake no right answer', () => {
  const confusion = found(recordOf(counts));
  expect(hardestClass(confusion)).toBe(1);
  expect(commonestMistake(confusion)).toEqual({ truth: 1, answer: 0, count: 2 });
  expect(commonestMistake(found(recordOf(Uint32Array.of(4, 0, 0, 8))))).toBeNull();
  expect(hardestClass(found(recordOf(new Uint32Array(4))))).toBeNull();
});

test('cells without samples are left out', () => {
  const cells = confusionCells(found(recordOf(counts)));
  expect(cells).toHaveLength(5);
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(12);
});

test('results have the counts as rows of numbers, and none for encode and before the first look', () => {
  expect(confusionRows(recordOf(counts))).toEqual([
    [5, 1, 0],
    [2, 3, 1],
    [0, 0, 0],
  ]);
  expect(confusionRows(recordOf(null))).toBeNull();
  expect(confusionRows({ answers: null })).toBeNull();
});
