import { meanPath } from './finiteWidth/meanPath.ts';
import type { MeanFieldSetting } from './meanFieldSetting.ts';
import type { Pass } from './pass.ts';

/**
 * Mean of ln Z by mean field, [depth + 1]: q_d = g^2 E f(sqrt(q_(d-1)) u)^2 + b^2, and a gradient's step ln(g^2 E f'^2) - c/(2N), as
 * if steps were independent. A mean alone: what fluctuates together is left out.
 */
export function meanFieldMean(setting: MeanFieldSetting, pass: Pass): Float64Array {
  const layers = meanPath(setting);
  const { depth } = setting;
  const mean = new Float64Array(depth + 1);
  const activation = (d: number) => {
    const layer = layers[d];
    return layer ? layer.logVariance + layer.moments.logGrowth : 0;
  };
  let [steps, before] = [0, 0];
  for (let k = 1; k <= depth; k++) {
    before = steps;
    const layer = layers[depth - k];
    if (layer) steps += layer.logGain + layer.moments.logSlope - layer.noise.gradient / (2 * layer.width);
    if (pass === 'backward') mean[k] = steps;
    else if (pass === 'forward') mean[k] = activation(k) - activation(0);
    else mean[k] = before + activation(depth - k) - activation(depth - 1);
  }
  return mean;
}
