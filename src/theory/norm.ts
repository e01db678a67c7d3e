/** What is done to the activations before they enter a matrix: nothing, or a division by their root mean square or their deviation. */
export const normNames = ['none', 'rms', 'layer'] as const;
export type Norm = (typeof normNames)[number];
