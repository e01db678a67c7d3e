import { numbersIn } from '#experiment/dictionary/numbersIn.ts';

export const { plural } = numbersIn('en');
