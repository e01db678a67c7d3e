import type { Norm } from '#theory/norm.ts';

/** What the size of a batch's state depends on. */
export interface WalkStateSetting {
  readonly depth: number;
  readonly width: number;
  readonly norm: Norm;
  readonly keepsPreActivations: boolean;
}

/** Rows and log-scales that one walk keeps: of a norm, what it made of each layer, and its divisor. */
export function stateRows({ depth, norm, keepsPreActivations }: WalkStateSetting): {
  readonly kept: number;
  readonly scales: number;
} {
  const layers = norm === 'none' ? depth + 1 : 2 * (depth + 1);
  return { kept: keepsPreActivations ? layers : 0, scales: layers + 1 };
}
