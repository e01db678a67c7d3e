/**
 * What is walked: the gradient from the output back, the activation from the input on, or the weight
 * gradients from the top matrix back (docs/MODEL.md, "Three passes").
 */
export const passNames = ['backward', 'forward', 'weights'] as const;

export type Pass = (typeof passNames)[number];
