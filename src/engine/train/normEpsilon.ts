/** Added to the mean square that a normalisation divides by, so that a layer whose units are all zero stays zero in float32. */
export const normEpsilon = 1e-30;
