/** A value of rho^2 and its probability. */
export interface SquareNode {
  readonly square: number;
  readonly weight: number;
}

/**
 * Two values of rho^2 that stand for all: Gauss's nodes of the Gamma law of this mean and variance, whose first three moments
 * they have. rho ~ N(0, 1) has mean 1 and variance 2.
 */
export function squareNodes(mean: number, variance: number): readonly [SquareNode, SquareNode] {
  const scale = variance / mean;
  const shape = mean / scale;
  if (!(shape < 1e9)) {
    return [
      { square: mean, weight: 1 },
      { square: mean, weight: 0 },
    ];
  }
  const root = Math.sqrt(shape + 1);
  return [
    { square: scale * (shape + 1 - root), weight: (1 + 1 / root) / 2 },
    { square: scale * (shape + 1 + root), weight: (1 - 1 / root) / 2 },
  ];
}
