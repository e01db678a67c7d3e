import { pluralIn } from '#experiment/dictionary/plural.ts';

export const plural = pluralIn('fr');
