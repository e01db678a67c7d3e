import { activeUnits } from './activeUnits.ts';
import { type Complex, complexLogGamma } from './complexLogGamma.ts';
import { logGamma } from './logGamma.ts';
import type { Nonlinearity } from './nonlinearity.ts';
import { isRotationInvariant, type WeightLaw } from './weightLaw.ts';

/** E z^(it) as a function of t. */
export type Characteristic = (t: number) => Complex;

/** E chi^2_m^(it), scaled by 2^-(it): Gamma(m/2 + it)/Gamma(m/2), as log-modulus and phase. */
function gammaRatio(half: number, t: number): Complex {
  const upper = complexLogGamma(half, t);
  return { re: upper.re - logGamma(half), im: upper.im };
}

/** Weights below this share change no density at the accuracy of a double. */
const negligible = 1e-18;

function reluCharacteristic(width: number, orthogonal: boolean): Characteristic {
  const parts = Array.from(activeUnits(width), (weight, i) => ({ weight, half: (i + 1) / 2 })).filter(
    ({ weight }) => weight > negligible,
  );
  return (t) => {
    const whole = orthogonal ? gammaRatio(width / 2, t) : { re: 0, im: -t * Math.log(2 / width) };
    let re = 0;
    let im = 0;
    for (const { weight, half } of parts) {
      const ratio = gammaRatio(half, t);
      const modulus = weight * Math.exp(ratio.re - whole.re);
      re += modulus * Math.cos(ratio.im - whole.im);
      im += modulus * Math.sin(ratio.im - whole.im);
    }
    return { re, im };
  };
}

function linearCharacteristic(width: number): Characteristic {
  return (t) => {
    const ratio = gammaRatio(width / 2, t);
    const phase = ratio.im + t * Math.log(2 / width);
    const modulus = Math.exp(ratio.re);
    return { re: modulus * Math.cos(phase), im: modulus * Math.sin(phase) };
  };
}

/** The characteristic function of one step's ln z at unit gain; null where none is known in closed form. */
export function stepCharacteristic(
  nonlinearity: Nonlinearity,
  weights: WeightLaw,
  width: number,
): Characteristic | null {
  if (!isRotationInvariant(weights)) return null;
  if (nonlinearity === 'relu' && (weights === 'gaussian' || width > 1)) {
    return reluCharacteristic(width, weights === 'orthogonal');
  }
  return nonlinearity === 'linear' && weights === 'gaussian' ? linearCharacteristic(width) : null;
}
