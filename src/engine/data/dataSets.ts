import type { DataFacts } from './dataFacts.ts';
import { digits, digitsFacts } from './digits.ts';
import { mnistFacts } from './mnist.ts';
import { spirals, spiralsFacts } from './spirals.ts';

/** The data sets that networks are trained on, by their names in the link. */
export const dataSets = {
  digits: digitsFacts,
  mnist: mnistFacts,
  spirals: spiralsFacts,
} as const satisfies Readonly<Record<string, DataFacts>>;

export type DataName = keyof typeof dataSets;

const isDataName = (name: string): name is DataName => name in dataSets;

export const dataNames: readonly DataName[] = Object.keys(dataSets).filter(isDataName);

/** Those that the app makes itself, at once or, as a generator, picture by picture. The others are files. */
export const madeSets = { digits, spirals } as const;

export type MadeName = keyof typeof madeSets;

export const isMade = (name: DataName): name is MadeName => name in madeSets;
