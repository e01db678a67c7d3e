import type { ExperimentDictionary } from '#experiment/dictionary/dictionary.ts';
import { number } from './numbers.ts';
import { reasons } from './reasons.ts';

/** What the experiment and its runs say to people, in French. */
export const experiment: ExperimentDictionary = {
  notice: {
    value: (key, given, because, used) => `${key}=${given} ${because} : ${used} est pris à la place.`,
    unknown: (key, given) =>
      `${key}=${given} ne dit rien à cette version ; cela reste dans le lien et ne change rien.`,
    repeated: (key, given, used) =>
      `${key} est donné plusieurs fois : la dernière, ${used}, compte, et non ${given}.`,
    newer: (given, known) =>
      `Ce lien vient d’un Gradient Walk plus récent (v=${given} ; celui-ci connaît ${known}). Ce qui est compris est montré.`,
    tooLong: (keys) => `Laissé de côté, car le texte est plus long que tout ce qui a un sens : ${keys}.`,
    manyPairs: (given, most) =>
      `${given} réglages, c’est trop : les ${most} premiers ont été lus, les autres non.`,
    manyUnknown: (count, most) =>
      `Clés de plus qui ne disent rien à cette version, laissées de côté : ${count} ; ${most} au plus sont gardées.`,
    unavailableGain: (f, used) =>
      `gain=paper : l’article ne donne pas de formule pour ${f} ; g*, ${used}, est pris à la place.`,
  },
  because: {
    notNumber: 'n’est pas un nombre',
    ambiguous: (one, other) => `peut vouloir dire ${number(one)} ou ${number(other)}`,
    tooLong: (longest) => `a plus de ${longest} caractères`,
    notWhole: 'n’est pas un entier',
    above: (high) => `dépasse le maximum, ${number(high)}`,
    below: (low) => `est sous le minimum, ${number(low)}`,
    notOneOf: (names) => `n’est aucun de ${names}`,
    neither: (names) => `n’est ni un nombre ni l’un de ${names}`,
    cannotHide: (names) => `nomme ${names}, qui ne se cache pas`,
    notSet: 'ne désigne pas de données à vous',
    notWidths: 'n’est pas une liste de largeurs comme 784-512-10',
    manyLayers: (most) => `a plus de ${most} couches`,
    notPinned: (parts: string) => `dit ${parts}, qu’aucune comparaison ne peut avoir`,
    manyPins: (most: number) => `compare avec plus de ${most} expériences`,
    pinnedTwice: 'compare deux fois avec la même expérience',
    widthOutside: (high) => `a une largeur hors de 1..${number(high)}`,
  },
  limitation: {
    freeWeights:
      'Seuls les poids gaussiens et orthogonaux ont une loi sans matrice : les marches passent par de vraies matrices.',
    freeEnsemble:
      'Des marches qui partagent un réseau ont besoin de ses matrices : elles passent par de vraies matrices.',
    freeTied:
      'Une même matrice dans toutes les couches n’a pas de loi sans matrice : les marches passent par de vraies matrices.',
    freeBranchPass: 'Les gradients des poids de branches résiduelles passent par de vraies matrices.',
  },
  reasons: reasons,
  nothingRuns: 'La vue des résultats ne calcule rien.',
  cancelled: 'Le calcul a été interrompu.',
  sweepCancelled: 'La série de mesures a été interrompue.',
};
