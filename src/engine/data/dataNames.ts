/** The data sets that networks are trained on. */
export const dataNames = ['digits', 'mnist', 'phones', 'spirals', 'own'] as const;
export type DataName = (typeof dataNames)[number];
