import type { Norm } from './norm.ts';

/** Whether a network is made of blocks, h_d = [h_(d-1) + alpha] f(g W_d norm(h_(d-1)) + b_d): residual, normalised or both. */
export const isOfBlocks = ({
  residual = 0,
  norm = 'none',
}: {
  readonly residual?: number;
  readonly norm?: Norm;
}): boolean => residual > 0 || norm !== 'none';
