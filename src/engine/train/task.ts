/** Name the class (softmax and cross-entropy), or give the input back (mean squared error). */
export const taskNames = ['classify', 'encode'] as const;
export type Task = (typeof taskNames)[number];
