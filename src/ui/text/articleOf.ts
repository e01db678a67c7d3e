import type { Experiment } from '#experiment/experiment.ts';

/** The article before a nonlinearity's name. */
export const articleOf = (f: Experiment['f']) => (f === 'erf' ? 'an' : 'a');
