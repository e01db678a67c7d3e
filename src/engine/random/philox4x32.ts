import type { Words } from './pcg4d.ts';

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/** High 32 bits of the 64-bit product of two unsigned words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle % 0x10000) + aLow * bHigh;
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/**
 * Philox4x32 with the given number of rounds (10 in the published test vectors), the audit generator.
 * Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (Random123).
 */
export function philox4x32(counter: Words, key0: number, key1: number, rounds = 10): Words {
  let [x, y, z, w] = counter;
  for (let round = 0; round < rounds; round++) {
    const k0 = (key0 + Math.imul(weyl0, round)) >>> 0;
    const k1 = (key1 + Math.imul(weyl1, round)) >>> 0;
    const high0 = multiplyHigh(multiplier0, x);
    const high1 = multiplyHigh(multiplier1, z);
    const low0 = Math.imul(multiplier0, x) >>> 0;
    const low1 = Math.imul(multiplier1, z) >>> 0;
    [x, y, z, w] = [(high1 ^ y ^ k0) >>> 0, low1, (high0 ^ w ^ k1) >>> 0, low0];
  }
  return [x, y, z, w];
}

/** WGSL: `fn generate(counter: vec4u) -> vec4u`; the fourth word of the counter becomes the key. */
export const philox4x32Wgsl = /* wgsl */ `
fn multiplyHigh(a: u32, b: u32) -> u32 {
  let aLow = a & 0xffffu;
  let aHigh = a >> 16u;
  let bLow = b & 0xffffu;
  let bHigh = b >> 16u;
  let middle = aHigh * bLow + ((aLow * bLow) >> 16u);
  let carry = (middle & 0xffffu) + aLow * bHigh;
  return aHigh * bHigh + (middle >> 16u) + (carry >> 16u);
}

fn philox4x32(start: vec4u, key: vec2u, rounds: u32) -> vec4u {
  var v = start;
  var k = key;
  for (var round = 0u; round < rounds; round++) {
    let high0 = multiplyHigh(${multiplier0}u, v.x);
    let high1 = multiplyHigh(${multiplier1}u, v.z);
    v = vec4u(high1 ^ v.y ^ k.x, ${multiplier1}u * v.z, high0 ^ v.w ^ k.y, ${multiplier0}u * v.x);
    k += vec2u(${weyl0}u, ${weyl1}u);
  }
  return v;
}

fn generate(counter: vec4u) -> vec4u {
  return philox4x32(vec4u(counter.xyz, 0u), vec2u(counter.w, 0u), 10u);
}
`;
