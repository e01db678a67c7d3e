import type { Layer } from './meanPath.ts';

/** pi^2 minus these: amplitudes and rates of Var(y_t - y_0), to 1e-4 relative. */
const decays = [
  [3.62579621, 0.15911701],
  [4.21394902, 0.30609326],
  [1.68381725, 0.76257218],
  [0.32728172, 2.1858504],
  [0.01876017, 7.1204201],
] as const;

/**
 * Var(y_t - y_0) of dy = (1 - e^y) dt + 2 dW in its stationary state, where e^y is chi-square of one degree of freedom: 4 t at
 * first, pi^2 in the end. Fitted to the spectrum of the walk's generator. Source: docs/MODEL.md, "Weight gradients".
 */
export function alignmentVariance(t: number): number {
  return decays.reduce((sum, [amplitude, rate]) => sum - amplitude * Math.expm1(-rate * t), 0);
}

/**
 * What the variance of the weight gradients' log-norm has beside the sum of independent steps, entry by entry from the top
 * down, [depth + 1], from entry `first` on. Where layers are nearly homogeneous a_d . delta_d is kept, so that the sum is ln rho^2 at
 * the top less ln rho^2 here: a walk that comes back, for about N layers.
 */
export function alignmentCorrection(layers: readonly Layer[], first = 1): Float64Array {
  const depth = layers.length - 1;
  const correction = new Float64Array(depth + 1);
  let [done, t] = [0, 0];
  const ofStretch = () => (t === 0 ? 0 : alignmentVariance(t) - 4 * t);
  for (let k = 1; k <= depth; k++) {
    if (k >= first) correction[k] = done + ofStretch();
    const layer = layers[depth - k];
    if (!layer) break;
    const { keeps, gains } = layer.memory;
    const step = layer.noise.pull / layer.width;
    const lost = Math.abs(1 - keeps) + Math.abs(1 + gains - keeps);
    if (lost < step) t += step;
    else {
      done += ofStretch();
      t = 0;
    }
  }
  return correction;
}
