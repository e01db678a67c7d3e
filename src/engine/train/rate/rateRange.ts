/** The range of a learning rate. */
export const smallestRate = 1e-6;
export const largestRate = 100;
