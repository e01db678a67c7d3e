import { stateWords } from '#experiment/link/stateWords.ts';
import type { Codec } from './codec.ts';

/** Layer widths n_0..n_D of one's own: at least one layer. */
export type Widths = readonly number[];

export const largestOwnWidth = 4096;
export const mostOwnLayers = 64;

/** Whole numbers joined by hyphens, `784-512-64-10`; widths out of range are moved into it. */
export const widthsCodec: Codec<Widths> = {
  domain: `2..${mostOwnLayers + 1} widths of 1..${largestOwnWidth}, joined by -`,
  serialize: (value) => value.join('-'),
  parse(text) {
    const parts = text.trim().split(/\s*[-–,x×]\s*/);
    if (parts.length < 2 || !parts.every((part) => /^\d{1,9}$/.test(part))) {
      return { kind: 'unreadable', because: stateWords().because.notWidths };
    }
    const kept = parts.slice(0, mostOwnLayers + 1);
    const value = kept.map((part) => Math.min(largestOwnWidth, Math.max(1, Number(part))));
    if (kept.length < parts.length) {
      return { kind: 'changed', value, because: stateWords().because.manyLayers(mostOwnLayers) };
    }
    return value.some((width, i) => width !== Number(parts[i]))
      ? { kind: 'changed', value, because: stateWords().because.widthOutside(largestOwnWidth) }
      : { kind: 'read', value };
  },
};
