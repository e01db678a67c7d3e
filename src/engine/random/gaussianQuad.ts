import type { Words } from './pcg4d.ts';

const unit = 2 ** -24;

/** Cosine and sine of a uniform angle given by 32 bits, as two signed, possibly swapped, values. */
function direction(word: number): readonly [number, number] {
  const angle = (((word & 0x3fffffff) + 0.5) * 2 ** -30 - 0.5) * (Math.PI / 2);
  const sign = word >>> 31 === 1 ? -1 : 1;
  const cosine = sign * Math.cos(angle);
  const sine = sign * Math.sin(angle);
  return (word & 0x40000000) !== 0 ? [sine, cosine] : [cosine, sine];
}

const radius = (word: number) => Math.sqrt(-2 * Math.log(((word >>> 8) + 0.5) * unit));

/**
 * Four independent N(0, 1) numbers from four words, by Box and Muller 1958. The uniform under the logarithm
 * is at least 2^-25, so |value| <= 5.9.
 */
export function gaussianQuad([x, y, z, w]: Words): readonly [number, number, number, number] {
  const [c0, s0] = direction(y);
  const [c1, s1] = direction(w);
  const r0 = radius(x);
  const r1 = radius(z);
  return [r0 * c0, r0 * s0, r1 * c1, r1 * s1];
}

/**
 * WGSL: `fn gaussianQuad(words: vec4u) -> vec4f`. Sine and cosine are polynomials on +-pi/4, because WGSL
 * promises its own to 2^-11 only; the two top bits of a word swap and negate them to fill the circle.
 */
export const gaussianQuadWgsl = /* wgsl */ `
fn direction(words: vec2u) -> vec4f {
  let angle = (vec2f(words & vec2u(0x3fffffffu)) * 0x1p-30 - 0.5) * 1.5707963267948966;
  let q = angle * angle;
  let sine = angle * (1.0 + q * (-0.16666667 + q * (8.3333333e-3 + q * (-1.9841270e-4 + q * 2.7557319e-6))));
  let cosine = 1.0 + q * (-0.5 + q * (4.1666667e-2 + q * (-1.3888889e-3 + q * 2.4801587e-5)));
  let swapped = (words & vec2u(0x40000000u)) != vec2u(0u);
  let sign = 1.0 - 2.0 * vec2f(words >> vec2u(31u));
  let a = select(cosine, sine, swapped) * sign;
  let b = select(sine, cosine, swapped) * sign;
  return vec4f(a.x, b.x, a.y, b.y);
}

fn gaussianQuad(words: vec4u) -> vec4f {
  let uniforms = (vec2f(words.xz >> vec2u(8u)) + 0.5) * 0x1p-24;
  let radius = sqrt(-2.0 * log(uniforms));
  return radius.xxyy * direction(words.yw);
}
`;
