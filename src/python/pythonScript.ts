import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { sweepScript } from './sweepScript.ts';
import { trainScript } from './trainScript.ts';
import { walkScript } from './walkScript.ts';

/** A script and the name to save it under. */
export interface PythonScript {
  readonly name: string;
  readonly text: string;
}

/**
 * The experiment as a short PyTorch script that runs on its own and prints the page's summary: the same model, the same
 * settings, seeded. `address` is the page's, for the link in the script's header. Lessons give their walk, findings that of the experiment beneath.
 */
export function pythonScript(experiment: Experiment, found: FoundGains, address: string): PythonScript {
  const { view, sweep } = experiment;
  if (view === 'train')
    return { name: 'gradient-walk-train.py', text: trainScript(experiment, found, address) };
  if (view === 'scale') {
    return { name: `gradient-walk-${sweep}.py`, text: sweepScript(experiment, found, address) };
  }
  return { name: 'gradient-walk-walk.py', text: walkScript(experiment, found, address) };
}
