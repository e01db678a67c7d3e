import type { NetworkKind } from '#engine/train/network.ts';
import type { Norm } from '#theory/norm.ts';

/** What of a network's kind the kernels are written for; alpha is a uniform. */
export interface KernelKind {
  readonly isTied: boolean;
  readonly hasBranches: boolean;
  readonly norm: Norm;
}

export const kernelKind = ({ tied, residual, norm }: NetworkKind): KernelKind => ({
  isTied: tied,
  hasBranches: residual > 0,
  norm,
});

/** Whether the kernels need the buffer `further`: a plain network's do not. */
export const needsFurther = ({ isTied, hasBranches, norm }: KernelKind): boolean =>
  isTied || hasBranches || norm !== 'none';
