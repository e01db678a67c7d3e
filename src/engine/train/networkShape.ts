import { type DataSet, outputsOf } from '#engine/data/dataSet.ts';
import type { NetworkShape } from './network.ts';
import type { TrainSettings } from './trainSettings.ts';

/** The network that settings ask for on a data set. */
export function networkShape(
  { width, depth, task, tied, residual, norm }: TrainSettings,
  set: DataSet,
): NetworkShape {
  return {
    inputs: set.inputs,
    width,
    depth,
    outputs: outputsOf(set, task),
    tied: tied === 1,
    residual,
    norm,
  };
}
