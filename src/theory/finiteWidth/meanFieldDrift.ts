import type { MeanFieldSetting } from '#theory/meanFieldSetting.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import { layerNoise } from './layerNoise.ts';
import { nextLogVariance, settled } from './meanPath.ts';

/**
 * Mean of ln Z of the gradient over the whole depth by mean field, as `meanFieldMean` has it, without its layers: a search asks for
 * it fifty times. Layers that are the same count at once.
 */
export function meanFieldDrift(setting: MeanFieldSetting): number {
  const { nonlinearity, weights, depth, width, gain, inputScale, biasDeviation } = setting;
  const logGain = 2 * Math.log(gain);
  let [logVariance, share, spread, drift] = [2 * Math.log(inputScale), 0, 1, 0];
  for (let d = 0; d < depth; d++) {
    const moments = unitMoments(nonlinearity, logVariance);
    const step =
      logGain + moments.logSlope - layerNoise(moments, weights, share, spread).gradient / (2 * width);
    const driven = logGain + logVariance + moments.logGrowth;
    const next = nextLogVariance(driven, biasDeviation);
    if (d > 1 && Math.abs(next - logVariance) < settled) return drift + step * (depth - d);
    drift += step;
    spread = moments.activationVariance + 1;
    share = Math.exp(driven - next);
    logVariance = next;
  }
  return drift;
}
