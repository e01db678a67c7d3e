/** Laws of the weights; every one has mean 0 and entries of variance 1/N (docs/MODEL.md, "Weights"). */
export const weightLawNames = ['gaussian', 'uniform', 'orthogonal', 'sign'] as const;

export type WeightLaw = (typeof weightLawNames)[number];

interface WeightLawTraits {
  /**
   * Whether the law of W x depends on |x| alone. Then the signs of a layer's units are independent fair coins, steps are
   * independent, and walks can be made without a matrix.
   */
  readonly isRotationInvariant: boolean;
}

const weightLaws = {
  gaussian: { isRotationInvariant: true },
  uniform: { isRotationInvariant: false },
  orthogonal: { isRotationInvariant: true },
  sign: { isRotationInvariant: false },
} as const satisfies Readonly<Record<WeightLaw, WeightLawTraits>>;

/** The laws under which every direction is alike. */
export type InvariantWeights = {
  [L in WeightLaw]: (typeof weightLaws)[L]['isRotationInvariant'] extends true ? L : never;
}[WeightLaw];

export function isRotationInvariant(weights: WeightLaw): weights is InvariantWeights {
  return weightLaws[weights].isRotationInvariant;
}
