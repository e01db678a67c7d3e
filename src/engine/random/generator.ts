import { pcg4d, pcg4dWgsl, type Words } from './pcg4d.ts';
import { philox4x32, philox4x32Wgsl } from './philox4x32.ts';

export const generatorNames = ['pcg4d', 'philox'] as const;
/** pcg4d is the default; Philox is slower and audits it. */
export type Generator = (typeof generatorNames)[number];

/** Words at a counter of three words, in the stream of a key. */
export type Generate = (a: number, b: number, c: number, key: number) => Words;

export const generators: Readonly<Record<Generator, { readonly generate: Generate; readonly wgsl: string }>> =
  {
    pcg4d: { generate: pcg4d, wgsl: pcg4dWgsl },
    philox: { generate: (a, b, c, key) => philox4x32([a, b, c, 0], key, 0), wgsl: philox4x32Wgsl },
  };
