/** The data sets that networks are trained on. */
export const dataNames = ['digits', 'mnist', 'phones', 'spirals'] as const;
export type DataName = (typeof dataNames)[number];
