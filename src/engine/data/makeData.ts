import type { DataName } from './dataNames.ts';
import type { DataSet } from './dataSet.ts';

/** Makes a data set at once, or sample by sample; null for one that is read from files. */
type Make = (() => DataSet | Generator<number, DataSet>) | null;

const files = import.meta.glob<Make>('./sets/*.ts', { eager: true, import: 'make' });

/** Starts to make a data set; null where it cannot be made. */
export const makeData = (name: DataName) => files[`./sets/${name}.ts`]?.() ?? null;
