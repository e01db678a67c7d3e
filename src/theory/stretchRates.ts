import { activeUnits } from './activeUnits.ts';
import { digamma } from './digamma.ts';
import type { Nonlinearity } from './nonlinearity.ts';
import { isRotationInvariant, type WeightLaw } from './weightLaw.ts';

/** An axis that fewer networks than this share have left after all layers has no growth to speak of. */
const fewestLeft = 0.01;

/** Shares of the numbers of rows that a layer keeps; index m. */
function keptRows(
  nonlinearity: Nonlinearity,
  width: number,
): readonly (readonly [m: number, share: number])[] {
  if (nonlinearity === 'linear') return [[width, 1]];
  return Array.from(activeUnits(width), (share, i) => [i + 1, share] as const).filter(
    ([, share]) => share > 0,
  );
}

/**
 * Growth a layer of the i-th axis, i = 1..N, of the product of a network's layers, ln of lengths: the exact mean of
 * ln |R_ii| when each layer's Jacobian is multiplied on and orthogonalised, at unit gain plus ln(gain). Linear and
 * ReLU without biases, over networks in which the axis is left; null elsewhere. NaN where ReLU has ended the axis, having
 * kept fewer than i units in some of `depth` layers, in nearly all networks.
 *
 * With m rows kept, N R_ii^2 ~ chi^2_(m - i + 1) for Gaussian weights, so ln |R_ii| has the mean
 * (psi((m - i + 1)/2) + ln(2/N))/2; for orthogonal ones R_ii^2 ~ Beta((m - i + 1)/2, (N - m)/2).
 * For linear networks of infinite depth these are the Lyapunov exponents (Newman 1986). Derived in docs/MODEL.md.
 */
export function stretchRates(
  nonlinearity: Nonlinearity,
  weights: WeightLaw,
  width: number,
  gain: number,
  depth = 1,
): Float64Array | null {
  const isKnown = nonlinearity === 'linear' || nonlinearity === 'relu';
  if (!isKnown || !isRotationInvariant(weights)) return null;
  const rows = keptRows(nonlinearity, width);
  const scale = Math.log(2 / width);
  return Float64Array.from({ length: width }, (_, index) => {
    const i = index + 1;
    let weight = 0;
    let sum = 0;
    for (const [m, share] of rows) {
      if (m < i) continue;
      const rest = weights === 'gaussian' ? -scale : digamma((width - i + 1) / 2);
      weight += share;
      sum += share * (digamma((m - i + 1) / 2) - rest);
    }
    return weight ** depth > fewestLeft ? Math.log(gain) + sum / weight / 2 : Number.NaN;
  });
}
