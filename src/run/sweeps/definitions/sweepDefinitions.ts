import type { SweepName } from '#experiment/experiment.ts';
import type { SweepDefinition } from '#run/sweeps/definition.ts';
import { budget } from './budget.ts';
import { error } from './error.ts';
import { gain } from './gain.ts';
import { map } from './map.ts';
import { mean } from './mean.ts';
import { width } from './width.ts';
import { widths } from './widths.ts';

/** Every sweep by its name in the link; page, API and Python read the same. */
export const sweepDefinitions: Readonly<Record<SweepName, SweepDefinition>> = {
  gain,
  width,
  map,
  budget,
  mean,
  widths,
  error,
};
