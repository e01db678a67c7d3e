/** Four 32-bit words. */
export type Words = readonly [number, number, number, number];

const multiplier = 1664525;
const increment = 1013904223;

/**
 * The pcg4d hash: four words in, four well-mixed words out, the same integers as `pcg4dWgsl`.
 * Source: Jarzynski & Olano 2020, "Hash Functions for GPU Rendering".
 */
export function pcg4d(a: number, b: number, c: number, d: number): Words {
  let x = (Math.imul(a, multiplier) + increment) | 0;
  let y = (Math.imul(b, multiplier) + increment) | 0;
  let z = (Math.imul(c, multiplier) + increment) | 0;
  let w = (Math.imul(d, multiplier) + increment) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  return [x >>> 0, y >>> 0, z >>> 0, w >>> 0];
}

/** WGSL: `fn generate(counter: vec4u) -> vec4u`; the fourth word of the counter is the stream's key. */
export const pcg4dWgsl = /* wgsl */ `
fn generate(counter: vec4u) -> vec4u {
  var v = counter * ${multiplier}u + ${increment}u;
  v.x += v.y * v.w;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v.w += v.y * v.z;
  v = v ^ (v >> vec4u(16u));
  v.x += v.y * v.w;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v.w += v.y * v.z;
  return v;
}
`;
