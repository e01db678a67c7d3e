import { pcg4d } from './pcg4d.ts';

/** Independent numbers from [0, 1), one after another, from the counters of one purpose. */
export function createUniforms(key: number, a: number, b: number): () => number {
  let words: readonly number[] = [];
  let taken = 0;
  return () => {
    if (taken % 4 === 0) words = pcg4d(taken >>> 2, a, b, key);
    return ((words[taken++ % 4] ?? 0) >>> 8) * 2 ** -24;
  };
}
