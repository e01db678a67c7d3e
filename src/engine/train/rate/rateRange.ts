/** The range of a learning rate that is given. */
export const smallestRate = 1e-6;
export const largestRate = 100;
/** Down to here a rate is found, where a network's first outputs are so large that it bears nothing in that range; float32 ends at 1e-38. */
export const leastFound = 1e-30;

/** Samples that one range test is made on, at most a mini-batch: few cost little, and bear a smaller rate than the whole does. */
export const samplesOfTest = 16;
/** Tests at once, each on samples of its own; their median counts, for one alone scatters. */
export const testsAtOnce = 4;
