import { expect, test } from 'vitest';
import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generatorNames, generators } from '#engine/random/generator.ts';
import { pcg4d } from '#engine/random/pcg4d.ts';
import { philox4x32 } from '#engine/random/philox4x32.ts';
import { streamKey, streamNames } from '#engine/random/streams.ts';
import { weightQuads } from '#engine/random/weightQuad.ts';

const all = 0xffffffff;

// Known answers published with Random123 (kat_vectors, philox4x32, 10 rounds).
test.each([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [all, all, all, all],
    [all, all],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
] as const)('philox4x32(%j, %j) gives the published words', ([a, b, c, d], [k0, k1], words) => {
  expect(philox4x32([a, b, c, d], k0, k1)).toEqual(words);
});

/** The hash by its definition on big integers modulo 2^32, an independent path to the same words. */
function pcg4dByDefinition(words: readonly number[]): number[] {
  const mod = (v: bigint) => v & 0xffffffffn;
  let [x, y, z, w] = words.map((v) => mod(BigInt(v) * 1664525n + 1013904223n)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const mix = () => {
    x = mod(x + y * w);
    y = mod(y + z * x);
    z = mod(z + x * y);
    w = mod(w + y * z);
  };
  mix();
  x ^= x >> 16n;
  y ^= y >> 16n;
  z ^= z >> 16n;
  w ^= w >> 16n;
  mix();
  return [x, y, z, w].map(Number);
}

test('pcg4d equals its definition on big integers', () => {
  const inputs: readonly (readonly [number, number, number, number])[] = [
    [0, 0, 0, 0],
    [1, 2, 3, 4],
    [all, 77, 0x80000000, 12345],
    [262143, 1000, 99999, 0xdeadbeef],
  ];
  for (const words of inputs) expect(pcg4d(...words)).toEqual(pcg4dByDefinition(words));
});

test('streams of one seed, and neighbouring seeds of one stream, have different keys', () => {
  const keys = [0, 1, 2, 3, all].flatMap((seed) => streamNames.map((stream) => streamKey(seed, stream)));
  expect(new Set(keys).size).toBe(keys.length);
});

for (const generator of generatorNames) {
  test(`Gaussian numbers of ${generator} have the moments of N(0, 1) within 4 standard errors`, () => {
    const { generate } = generators[generator];
    const key = streamKey(1, 'weights');
    const count = 200_000;
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < count / 4; i++) {
      for (const value of gaussianQuad(generate(i & 255, i >> 8, 3, key))) {
        for (let p = 0; p < 4; p++) sums[p] = (sums[p] ?? 0) + value ** (p + 1);
      }
    }
    const [first, second, third, fourth] = sums.map((sum) => sum / count) as [number, number, number, number];
    // Var u^k = E u^2k - (E u^k)^2 = 1, 2, 15, 96
    expect(Math.abs(first)).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(second - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(third)).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });
}

test('uniform and sign weights have mean 0 and variance 1 within 4 standard errors', () => {
  const count = 100_000;
  for (const law of ['uniform', 'sign'] as const) {
    let mean = 0;
    let square = 0;
    for (let i = 0; i < count / 4; i++) {
      for (const value of weightQuads[law](pcg4d(i, 0, 0, 5))) {
        mean += value / count;
        square += value ** 2 / count;
      }
    }
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / count));
    // Var u^2 = 9/5 - 1 for uniform entries, 0 for signs.
    expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(0.8 / count) + 1e-12);
  }
});
