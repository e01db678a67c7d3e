import type { WalkMoments } from '#engine/walk/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import type { WalkRecord } from './walkRecord.ts';

/** A finished run of the default experiment as a file of the app; made by `npm run record`. */
export interface RecordedFile {
  /** Backend and device that made it. */
  readonly backend: string;
  readonly walks: number;
  readonly elapsedMs: number;
  readonly weightsPerSecond: number;
  readonly moments: { readonly [K in keyof WalkMoments]: readonly number[] };
  readonly final: readonly number[];
  /** Steps of the first walks in thousandths of ln Z, [walks drawn][depth]. */
  readonly steps: readonly (readonly number[])[];
}

export const stepsPerUnit = 1000;

/** The recorded run as a record of the default experiment. */
export function recordedWalk(file: RecordedFile): WalkRecord {
  const settings = walkSettings(defaultExperiment, noFoundGains);
  const paths = new Float32Array(file.steps.length * (settings.depth + 1));
  for (const [walk, steps] of file.steps.entries()) {
    let sum = 0;
    for (const [k, step] of steps.entries()) {
      sum += step;
      paths[walk * (settings.depth + 1) + k + 1] = sum / stepsPerUnit;
    }
  }
  const { mean, variance, stderrMean, stderrVariance } = file.moments;
  return {
    settings,
    source: 'recorded',
    backend: file.backend,
    ownBackend: '',
    walker: null,
    walks: file.walks,
    dead: 0,
    moments: {
      mean: Float64Array.from(mean),
      variance: Float64Array.from(variance),
      stderrMean: Float64Array.from(stderrMean),
      stderrVariance: Float64Array.from(stderrVariance),
    },
    paths,
    pathCount: file.steps.length,
    final: Float32Array.from(file.final),
    elapsedMs: file.elapsedMs,
    weightsPerSecond: file.weightsPerSecond,
    done: true,
  };
}
