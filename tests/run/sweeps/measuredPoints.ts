import { pathLimit } from '#engine/walk/protocol.ts';
import type { Measurement } from '#run/sweeps/measurement.ts';
import type { SweepPoint } from '#run/sweeps/sweepPoint.ts';

/** A number of 0..1 for every integer, always the same. */
function scattered(i: number): number {
  const x = Math.sin(i * 12.9898) * 43758.5453;
  return x - Math.floor(x);
}

function measurementOf(point: SweepPoint, n: number): Measurement {
  const done = n % 4 !== 2;
  if (point.kind === 'train') {
    const { steps, task } = point.settings;
    return {
      kind: 'train',
      step: steps,
      losses: Float32Array.from({ length: steps }, (_, i) => 2.3 - scattered(i + n)),
      accuracies: Float32Array.from({ length: steps }, (_, i) => scattered(3 * i + n)),
      constantError: task === 'encode' ? 0.9 : null,
      diverged: n % 6 === 1,
      elapsedMs: 5,
      done,
    };
  }
  const { depth, walks } = point.settings;
  const series = (end: number) => Float64Array.from({ length: depth + 1 }, (_, k) => (end * k) / depth);
  const kept = point.keepsWalks ? Math.min(walks, pathLimit) : 0;
  return {
    kind: 'walk',
    walks,
    dead: n % 3,
    within: Math.floor(walks / 2),
    moments: {
      mean: series(scattered(n) - 0.1),
      variance: series(1 + scattered(n + 50)),
      stderrMean: series(0.2),
      stderrVariance: series(0.3),
    },
    paths: Float32Array.from({ length: kept * (depth + 1) }, (_, i) =>
      i % (depth + 1) === 0 ? 0 : 3 * scattered(i) - 1.5,
    ),
    pathCount: kept,
    final: Float32Array.from({ length: point.keepsWalks ? walks : 0 }, (_, i) => 4 * scattered(i + 5) - 2),
    elapsedMs: 5,
    done,
  };
}

/** Made-up measurements of a sweep's points: some missing, some not finished, some diverged. */
export function measuredPoints(points: readonly SweepPoint[]): ReadonlyMap<string, Measurement> {
  const measured = points.map((point, n) => [point.key, measurementOf(point, n)] as const);
  return new Map(measured.filter((_, n) => n % 5 !== 4));
}
