/** The range of a learning rate that is given. */
export const smallestRate = 1e-6;
export const largestRate = 100;
/** Down to here a rate is found, where a network's first outputs are so large that it bears nothing in that range; float32 ends at 1e-38. */
export const leastFound = 1e-30;

/** Samples that rates are tried on before the first step: few cost little, and bear a smaller rate than the whole does. */
export const samplesAtStart = 16;
/** Samples that a rate that may grow is tried on: fewer scatter the border by a factor of 3. */
export const samplesOnTheWay = 64;
/** On the way a rate may go to the border itself, where curvature follows it; before the first step plain descent keeps 0.7 of it. */
export const edge = 1 / 0.7;
