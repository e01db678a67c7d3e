import type { FiniteSetting } from '#theory/finiteWidth/meanPath.ts';
import { chainLayers } from './chainLayers.ts';
import { overPoints } from './overPoints.ts';
import { createSumLaws } from './sumLaws.ts';

/** Variance of each of the gradient's steps, by the layer it lands in, [depth]: over the law of v, for a rho that knows nothing. */
export function stepVariances(setting: FiniteSetting): readonly number[] {
  const layers = chainLayers(setting, (width) => createSumLaws(setting.nonlinearity, width));
  return layers.slice(0, -1).map(({ mass, points }) => {
    const step = (i: number) => points[i]?.step ?? 0;
    return overPoints(mass, step, (i) => points[i]?.gradientVariance ?? 0).variance;
  });
}
