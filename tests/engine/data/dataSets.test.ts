import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataNames } from '#engine/data/dataNames.ts';
import type { DataSet } from '#engine/data/dataSet.ts';
import { dataFacts } from '#engine/data/dataSets.ts';
import { makeData } from '#engine/data/makeData.ts';

test('every name of a data set has its definition, and every definition a name', () => {
  const folder = join(import.meta.dirname, '../../../src/engine/data/sets');
  expect(readdirSync(folder).toSorted()).toEqual(dataNames.map((name) => `${name}.ts`).toSorted());
  for (const name of dataNames) expect(dataFacts(name).classes).toBeGreaterThan(1);
});

test('a set that is made has the classes and the plane that were told before', () => {
  const finished = (making: DataSet | Generator<number, DataSet>): DataSet => {
    if ('train' in making) return making;
    for (;;) {
      const next = making.next();
      if (next.done) return next.value;
    }
  };
  const made = dataNames.flatMap((name) => {
    const making = makeData(name);
    return making ? [{ name, set: finished(making) }] : [];
  });
  expect(made.map(({ name }) => name)).toEqual(['digits', 'phones', 'spirals']);
  for (const { name, set } of made) {
    const { classes, isPlane } = dataFacts(name);
    expect(set.classes).toBe(classes);
    expect(set.plane !== null).toBe(isPlane);
    expect(Math.max(...set.train.labels)).toBe(classes - 1);
  }
});
