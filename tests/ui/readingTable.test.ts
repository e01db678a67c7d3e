import { afterEach, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { densityOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { speak } from '#experiment/dictionary/dictionary.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { languageNames } from '#experiment/language.ts';
import { figureTable, filledTable } from '#run/figureTable.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { gainTable, theoryColumnNames, varianceTable, walkTable } from '#run/walk/walkTables.ts';
import { columnTexts, columnTitle } from '#ui/table/columnText.ts';
import { endBars } from '#ui/table/endBars.ts';
import { readingTable } from '#ui/table/readingTable.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

afterEach(() => speak('en', {}));

/** A table whose value in row r and column c is 100 r + c. */
const counted = (columns: readonly string[], rows: number) =>
  figureTable(
    rows,
    columns.map((name, column) => [name, (row: number) => 100 * row + column] as const),
  );

test('standard errors stand with their values, whichever way they are named', () => {
  const { columns, rows } = readingTable(counted(['layer', 'mean', 'stderrMean', 'drift', 'driftError'], 2));
  expect(columns.map(({ name, place, errorPlace }) => [name, place, errorPlace])).toEqual([
    ['layer', 0, null],
    ['mean', 1, 2],
    ['drift', 3, 4],
  ]);
  expect(rows[1]).toEqual([
    { value: 100, error: null },
    { value: 101, error: 102 },
    { value: 103, error: 104 },
  ]);
});

test('long tables are thinned evenly, first and last rows stay, and only what is shown is made', () => {
  let made = 0;
  const table = figureTable(100_001, [
    [
      'step',
      (row) => {
        made += 1;
        return row;
      },
    ],
  ]);
  const { rows, rowCount, leftOut } = readingTable(table);
  expect([rows.length, rowCount, leftOut, made]).toEqual([51, 100_001, 0, 51]);
  expect([rows[0]?.[0]?.value, rows[1]?.[0]?.value, rows.at(-1)?.[0]?.value]).toEqual([0, 2000, 100_000]);
  expect(readingTable(figureTable(0, [])).rows).toEqual([]);
});

test('long series of columns are thinned, those of up to thirty are whole', () => {
  const series = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
  const { columns, leftOut } = readingTable(
    counted(['layer', ...series('walk', 200), ...series('answer', 26)], 1),
  );
  const numbers = (wanted: string) =>
    columns.flatMap(({ name, number }) => (name === wanted ? [number] : []));
  expect(numbers('walk')).toEqual([1, 21, 41, 61, 81, 101, 121, 141, 161, 181, 200]);
  expect(numbers('answer')).toHaveLength(26);
  expect(leftOut).toBe(189);
});

test('a column of whole numbers has no decimals, others four digits, measurements their error', async () => {
  speak('en', await wholeDictionary('en'));
  const texts = (values: readonly (number | string | null)[], error: number | null = null) =>
    columnTexts(values.map((value) => ({ value, error })));
  expect(texts([0, 12_345, -3, null])).toEqual(['0', '12\u2009345', '\u22123', '–']);
  expect(texts([1, 0.0099999999, -0.25])).toEqual(['1.000', '0.01000', '\u22120.2500']);
  expect(texts([0.05194], 0.0021)).toEqual(['0.0519 ± 0.0021']);
  expect(texts(['aa'])).toEqual(['aa']);
});

const experiment = { ...defaultExperiment, f: 'relu' as const, depth: 6, width: 16, walks: 400, gain: 1.45 };

/** Walks that end anywhere between -4 and 4, and a dead one. */
const record: WalkRecord = {
  settings: walkSettings(experiment, noFoundGains),
  source: 'engine',
  backend: 'cpu (test)',
  ownBackend: '',
  walker: null,
  walks: 400,
  dead: 1,
  moments: null,
  paths: new Float32Array(14),
  pathCount: 2,
  final: Float32Array.from({ length: 400 }, (_, i) => (i === 7 ? Number.NEGATIVE_INFINITY : 4 * Math.sin(i))),
  elapsedMs: 1,
  weightsPerSecond: 1,
  done: true,
};

test('the ends are read as the figure’s bars: their densities have the area 1, and theory’s stand beside them', () => {
  const table = endBars(experiment, noFoundGains, record);
  const at = (row: number, name: string) => Number(table.cell(row, table.columns.indexOf(name)));
  let area = 0;
  for (let row = 0; row < table.rowCount; row += 1)
    area += at(row, 'density') * (at(row, 'to') - at(row, 'from'));
  expect(area).toBeCloseTo(1, 12);
  const living = Array.from(record.final).filter(Number.isFinite);
  // Kept as float32.
  expect(at(0, 'from')).toBeCloseTo(Math.min(...living), 6);
  expect(at(table.rowCount - 1, 'to')).toBeCloseTo(Math.max(...living), 6);
  const theory = densityOf(experiment, noFoundGains);
  const peak = Math.max(...(theory?.density ?? []));
  const stated = table.rows.map((row) => Number(row[3]));
  expect(Math.max(...stated)).toBeLessThanOrEqual(peak);
  expect(Math.max(...stated)).toBeGreaterThan(0.8 * peak);
  expect(endBars(experiment, noFoundGains, null).rowCount).toBe(0);
});

test('every column of every figure’s table has words of its own, in every language', async () => {
  const theories = Object.values(theoryColumnNames).flatMap((kind) => [`${kind}Mean`, `${kind}Variance`]);
  const tables = [
    walkTable(experiment, noFoundGains, record),
    varianceTable(experiment, noFoundGains, record),
    gainTable(experiment, noFoundGains, [1]),
    endBars(experiment, noFoundGains, record),
    filledTable(theories, []),
    // run/train/trainTables.ts; a journey reads them from a training.
    filledTable(['layersBack', 'step10', 'loss', 'accuracy', 'heldOut', 'example', 'label', 'output3'], []),
    filledTable(['class', 'name', 'samples', 'right', 'answer3'], []),
  ];
  for (const language of languageNames) {
    speak(language, await wholeDictionary(language));
    for (const table of tables)
      for (const column of readingTable(table).columns) {
        const title = columnTitle(column, {});
        expect(title, `${language}: ${column.name}`).toMatch(/./);
        expect(title, language).not.toMatch(/[a-z][A-Z]|undefined/);
      }
  }
});
