import type { OptimizerName } from '#engine/train/optimizer.ts';

/** Shares of the border, the rate at which the loss of a few samples rises, that a learning rate may have. */
export interface BorderShares {
  /** A run begins with it, .. */
  readonly atStart: number;
  /** .. or with this one where first outputs are outsized and the border is that of a loss beyond the first one. */
  readonly outsized: number;
  /** A rate grows towards it while the network learns. */
  readonly onTheWay: number;
}

/** docs/MODEL.md, "Learning rate", says what they were chosen on. */
export const borderShares: Readonly<Record<OptimizerName, BorderShares>> = {
  sgd: { atStart: 0.3, outsized: 0.028, onTheWay: 0.35 },
  // Few steps at a rate that doubles are far from the velocity of many at one.
  momentum: { atStart: 0.1, outsized: 0.01, onTheWay: 0.12 },
  adam: { atStart: 0.105, outsized: 0.01, onTheWay: 0.125 },
};

/** A first loss is outsized beyond so many times what guessing costs: it falls whatever the network learns. */
export const outsized = 2;
