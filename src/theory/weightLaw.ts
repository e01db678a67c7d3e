/** Laws of the weights; every one has mean 0 and entries of variance 1/N (docs/MODEL.md, "Weights"). */
export const weightLawNames = ['gaussian', 'uniform', 'orthogonal', 'sign'] as const;

export type WeightLaw = (typeof weightLawNames)[number];
