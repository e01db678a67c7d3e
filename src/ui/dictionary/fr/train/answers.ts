import type { Translated } from '#experiment/dictionary/translated.ts';
import { percentText } from '#plots/numberText.ts';
import type { answers as english } from '#ui/dictionary/en/train/answers.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of the answers of a network to what it has not seen, in French. */
export const answers: Translated<typeof english> = {
  switchLabel: 'Ce qui est dessiné',
  layers: 'Couches',
  classify: 'Réponses par classe',
  encode: 'Où il se trompe le plus',
  confusion: 'Du jamais vu, selon ce que c’est et ce qu’en dit le réseau',
  truth: 'ce que c’est ↓',
  answer: 'ce qu’en dit le réseau',
  right: 'juste',
  none: 'Le réseau n’a pas encore été interrogé.',
  of: (samples, step, share) =>
    `${percentText(share)} de ${countText(samples)} justes après ${countText(step)} pas.`,
  hardest: (name, share) => `La plus difficile : ${name}, ${percentText(share)}.`,
  mistake: (truth, answer, count, of) =>
    `Erreur la plus fréquente : ${truth} pris pour ${answer}, ${countText(count)} sur ${countText(of)}.`,
  taken: (truth, answer, count, of) =>
    `${truth} pris pour ${answer} : ${countText(count)} sur ${countText(of)}, ${percentText(count / of)}`,
  named: (truth, count, of) =>
    `${truth} nommé juste : ${countText(count)} sur ${countText(of)}, ${percentText(count / of)}`,
  key: 'en couleur : faux',
  worst: 'Où il se trompe le plus',
  worstEncoded: 'Ce qu’il restitue le plus mal, et comment',
  said: (truth, answer, share) => `${truth} nommé ${answer}, sûr à ${percentText(share)}`,
};
