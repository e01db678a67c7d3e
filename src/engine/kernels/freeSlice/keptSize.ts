import type { FreeWay } from './freeSlice.ts';

/** What a batch keeps between its two directions. */
export interface KeptSetting {
  readonly way: FreeWay;
  readonly depth: number;
  /** Units of a layer; for vectors only. */
  readonly width: number;
  readonly needsGradient: boolean;
}

/** Floats that one walk keeps: the sums of every layer, or its vectors and their lengths. */
export function keptFloats({ way, depth, width, needsGradient }: KeptSetting): number {
  if (way !== 'vectors') return needsGradient ? 8 * (depth + 1) : 0;
  const vectors = needsGradient ? depth + 2 : 1;
  return 4 * (vectors * Math.ceil(width / 4) + depth + 1);
}
