import type { Split } from '#engine/data/dataSet.ts';

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Mixes a 32-bit word well (the finaliser of MurmurHash3, Appleby). */
function mixed(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A hash of words (FNV-1a, Fowler, Noll & Vo, on words in place of bytes). */
function hashed(words: ArrayLike<number>, from: number, to: number, start = seed): number {
  let hash = start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (words[i] ?? 0), prime);
  return mixed(hash);
}

/** A hash of every sample's inputs, [count]: from what it is alone, wherever it stands. */
export function sampleHashes(values: Uint8Array | Float32Array, count: number): Uint32Array {
  const words =
    values instanceof Uint8Array ? values : new Uint32Array(values.buffer, values.byteOffset, values.length);
  const size = words.length / Math.max(1, count);
  return Uint32Array.from({ length: count }, (_, i) => hashed(words, i * size, (i + 1) * size));
}

/** A hash of all that a network learns from and is asked: the samples of both splits in their order, with their classes. */
export function checksumOf(splits: readonly Split[]): string {
  let hash = seed;
  for (const { inputs, labels, count } of splits) {
    hash = hashed(sampleHashes(inputs, count), 0, count, hash);
    hash = hashed(labels, 0, count, hash);
  }
  return hash.toString(16).padStart(8, '0');
}
