/** The optimisers that train a network. */
export const optimizerNames = ['sgd', 'momentum', 'adam'] as const;
export type OptimizerName = (typeof optimizerNames)[number];
