import { numbersIn } from '#experiment/dictionary/numbersIn.ts';

export const { number, plural } = numbersIn('fr');
