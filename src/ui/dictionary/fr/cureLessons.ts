import { factorText, numberText } from '#plots/numberText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import { cureLessons as english } from '#ui/dictionary/en/cureLessons.ts';
import type { CureLessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';

/** The lessons on recurrent, residual and normalised networks in French. */
export const cureLessons: CureLessonsDictionary = {
  sameMatrix: {
    ...english.sameMatrix,
    title: 'Une seule matrice, encore et encore',
    text: ({ depth, width, newSpread }) => [
      `Un réseau récurrent rencontre à chaque pas la même matrice. Ici, chaque réseau a la sienne et s’en sert ${depth} fois : ${width} unités linéaires, gain 1.`,
      `Avec de nouvelles matrices, hauts et bas se compenseraient en partie, et ln Z s’écarterait de ${numberText(newSpread, 2)} en ${depth} couches.`,
    ],
    question: () =>
      'Avec une seule matrice, plus rien n’est tiré au sort après la première couche. De quoi les marches ont-elles l’air ?',
    choices: ({ newSpread }) => [
      `comme avant : des marches aléatoires, ±${numberText(newSpread, 2)}`,
      'plates : une matrice, un seul tirage',
      'des droites, chacune avec sa pente',
    ],
    reveal: ({ alike, ownSpread, newSpread, ownFactor, depth }) =>
      `Pendant environ ${alike} couches, rien ne change. Puis une direction l’emporte, et chaque couche l’étire d’autant : de la plus grande valeur propre, celle de chaque réseau. La dispersion croît donc comme la profondeur, et non comme sa racine : ±${writtenNumber(ownSpread)} après ${depth} couches au lieu de ±${numberText(newSpread, 2)} ; en longueur, un facteur d’environ ${ownFactor}. Aucun gain ne convient à tous.`,
    experiment:
      'Ouvrez dans Marche : de nouvelles matrices y figurent dessous. Puis choisissez des poids orthogonaux : toute valeur propre est de module 1, toutes les marches sont plates.',
    notes: ({ newLogSpread }) =>
      `C’est le contraste par lequel commencent Sussillo et Abbott : un réseau à propagation directe retente sa chance à chaque couche, ici un facteur ${factorText(newLogSpread)} en tout ; un réseau récurrent répète la sienne. La deuxième figure a des axes logarithmiques : la variance monte comme le carré de la profondeur, deux fois plus raide que la ligne des nouvelles matrices. Le remède est orthogonal : toutes les valeurs propres sur le cercle unité. Avec ReLU, les masques changent de couche en couche et les lignes ne sont pas tout à fait droites, mais la variance croît aussi vite.`,
  },
  wayRound: {
    ...english.wayRound,
    title: 'Contourner les couches',
    text: ({ depth, width, gain, plainLogFactor, residual }) => [
      `${depth} couches linéaires de ${width} au gain ${writtenNumber(gain)} : chacune divise par deux la longueur au carré, comme celles de la leçon 3, et le gradient tomberait à ${factorText(plainLogFactor)}.`,
      `Une seule nouveauté : ce que produit une couche ne remplace pas ce qu’elle a reçu, mais s’y ajoute, multiplié par ${writtenNumber(residual)}.`,
    ],
    question: () => 'Les poids sont aussi petits que jamais. Que devient le gradient ?',
    choices: () => ['il s’évanouit, mais plus tard', 'il garde presque sa longueur', 'il explose'],
    reveal: ({ depth, logFactor, fullLogFactor, deepDepth, deepLogFactor }) =>
      `Il a autour de chaque couche un chemin où rien ne se perd ; les branches ne peuvent qu’ajouter. En ${depth} couches, sa longueur est multipliée par ${factorText(logFactor)}. Avec des branches de poids 1, ce serait par ${factorText(fullLogFactor)}. Un sur la racine de la profondeur, comme ici, contient la croissance à toute profondeur : un facteur ${factorText(deepLogFactor)} en ${deepDepth} couches.`,
    experiment: 'Ouvrez dans Marche et tirez la branche résiduelle jusqu’à 1.',
    notes: ({ fullLogFactor }) =>
      `Dessinez la flèche qui contourne la couche. Une couche simple multiplie, et un produit peut tomber à rien ; une branche fait 1 + quelque chose, qui ne le peut pas. Contre l’évanouissement, nul besoin de gain. Mais 1 + quelque chose explose si ce quelque chose n’est pas petit, d’un facteur ${factorText(fullLogFactor)} au poids 1 : le carré de un sur la racine de la profondeur, sommé sur la profondeur, fait un. Pourquoi pas de ReLU ? Elles ont une moyenne, que les branches accumulent dans une seule direction et qui finit par dominer le reste : les connexions résiduelles seules ne rendent pas toute profondeur sûre. Une norme la retient, leçon 14.`,
  },
  normalised: {
    ...english.normalised,
    title: 'Normaliser aide, ou nuit',
    text: ({ depth, width }) => [
      `L’autre remède : avant chaque matrice, les activations sont ramenées à une même taille. La normalisation de couche (layer norm) ôte leur moyenne et divise par leur écart type. De nouveau ${depth} couches ReLU de ${width} au gain 1, sans branches.`,
      'Désormais aucune activation ne peut s’évanouir ni exploser.',
    ],
    question: () => 'Et le gradient ?',
    choices: ({ perLayer }) => [
      'il garde aussi sa longueur',
      'il s’évanouit comme avant',
      `il explose, d’un facteur ${numberText(perLayer)} par couche`,
    ],
    reveal: ({ perLayer, depth, logFactor }) =>
      `Sa longueur est multipliée par ${numberText(perLayer)} à chaque couche, par ${factorText(logFactor)} en ${depth}, quel que soit le gain. Les ReLU ont une moyenne ; la normalisation de couche l’ôte et divise par le peu qui reste, et le retour divise aussi. La norme RMS n’ôte rien : le gradient y garde sa longueur, là encore quel que soit le gain. Ce qu’un gain multiplie, une norme le divise.`,
    experiment: 'Tirez le gain : seul le dernier pas le connaît. Puis ouvrez dans Marche et choisissez RMS.',
    notes: ({ perLayer, tanhPerLayer }) =>
      `Les deux moitiés surprennent : une norme met le gain hors jeu, et elle peut aggraver les choses. ${numberText(perLayer)} est la racine de π/(π − 1), connue par la normalisation par lots. La norme RMS est plate pour ReLU par un heureux équilibre : il reste la moitié des pentes et la moitié des carrés. Avec tanh, non : un facteur ${numberText(tanhPerLayer)} par couche au gain 1. Demandez ce que cela devient avec des branches : derrière une norme, le flux grossit, chaque branche compte donc moins, et une exponentielle devient une puissance de la profondeur.`,
  },
  cured: {
    ...english.cured,
    title: 'Les trois à la fois, entraînés',
    text: ({ depth, width, residual, weights }) => [
      `Un réseau ReLU simple de ${depth} couches prend toutes les entrées pour presque la même (leçon 10) et n’apprend rien. Voici les leçons 11 à 13 réunies : des branches de poids ${writtenNumber(residual)}, un sur la racine de la profondeur, une norme RMS, et une seule matrice pour les ${depth} couches, ${width} × ${width} : ${weights} poids.`,
      'L’entraînement commence quand vous avez parié, et peut durer une minute ou deux.',
    ],
    question: ({ steps }) => `Apprend-il à nommer des chiffres en ${steps} pas ?`,
    choices: ({ guessing }) => [
      `non : sa perte reste à ${numberText(guessing, 4)}, celle du hasard`,
      'seulement avec une matrice par couche',
      'oui, dès les premiers pas',
    ],
    reveal: ({ depth }) =>
      `Sa perte quitte bientôt celle du hasard. Le gradient atteint la première des ${depth} couches, et les entrées atteignent la dernière sans se confondre : le chemin de contournement porte les deux, et la norme empêche le flux de se nourrir de lui-même.`,
    experiment:
      'Ouvrez dans Entraînement. Mettez la branche résiduelle à 0 et ôtez la normalisation : il n’apprend rien.',
    notes: ({ guessing, cosine }) =>
      `Pendant qu’il s’entraîne, montrez le gradient à travers les couches : il arrive. Puis dites ce que fait le réseau simple, avec une matrice ou avec beaucoup : sa perte se fixe à ${numberText(guessing, 4)}, le logarithme de dix, car deux entrées ont à son bout un cosinus de ${numberText(cosine, 4)}. Pourquoi les branches les gardent-elles distinctes ? Ce qui est entré d’abord est encore là, dans la somme. Bouclez la boucle : dans les leçons 3 à 6, un gain rendait le premier pas possible ; une somme et une norme, deux lignes de code, rendent difficile de le manquer.`,
  },
};
