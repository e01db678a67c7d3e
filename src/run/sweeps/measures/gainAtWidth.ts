import { gainSetting } from '#experiment/derived/gainSetting.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { namedGain } from '#theory/namedGain.ts';

/** g* at a width by theory and by the paper's formula. */
export interface GainAtWidth {
  readonly theory: number;
  /** Null where the paper gives no formula. */
  readonly paper: number | null;
}

/** Null where by theory no gain stops the drift. */
export function gainAtWidth(experiment: Experiment, width: number): GainAtWidth | null {
  const setting = gainSetting(sweptExperiment({ ...experiment, width }));
  const best = namedGain('auto', setting);
  const paper = namedGain('paper', setting);
  return best.drifts ? null : { theory: best.value, paper: paper.unavailable ? null : paper.value };
}
