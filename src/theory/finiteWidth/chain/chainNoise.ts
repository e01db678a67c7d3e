/** Gauss-Hermite nodes and weights of a normal number z. */
export const noises = [
  { z: 0, weight: 2 / 3 },
  { z: Math.sqrt(3), weight: 1 / 6 },
  { z: -Math.sqrt(3), weight: 1 / 6 },
] as const;

/** No noise: what an index beyond the nodes would be. */
export const certain = { z: 0, weight: 0 } as const;
