/** Samples of sound a second. */
export const soundRate = 16_000;
