import { factorText, numberText, percentText } from '#plots/numberText.ts';
import { lessons as english } from '#ui/dictionary/en/lessons.ts';
import type { LessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';
import { countText } from '#ui/text/countText.ts';
import { cureLessons } from './cureLessons.ts';

/** The lessons in French; formulas need no translation. */
export const lessons: LessonsDictionary = {
  oneMatrix: {
    ...english.oneMatrix,
    title: 'Une matrice étire au hasard',
    text: ({ width }) => [
      `Une couche multiplie un gradient par une matrice de poids aléatoires. Chacun des ${width} × ${width} poids est tiré de sorte qu’en moyenne sur toutes les matrices la longueur au carré reste ce qu’elle était.`,
      'En moyenne. Une matrice n’est pas la moyenne.',
    ],
    question: ({ width }) =>
      `Deux mille matrices, de largeur ${width}, multiplient chacune un vecteur. De combien l’une d’elles change-t-elle typiquement sa longueur ?`,
    choices: ({ logSpread, wideLogSpread }) => [
      'pas du tout',
      `d’un facteur ${factorText(wideLogSpread)}`,
      `d’un facteur ${factorText(logSpread)}`,
      'd’un facteur 16',
    ],
    reveal: ({ width, logSpread, wideLogSpread }) =>
      `Chaque extrémité est une matrice : elle étire ou rétrécit typiquement d’un facteur ${factorText(logSpread)}. La longueur au carré est une somme de ${width} carrés ; des couches plus larges varient donc moins : à ${16 * width} unités, le facteur est ${factorText(wideLogSpread)}.`,
    experiment: 'Tirez la largeur dans la phrase et regardez les extrémités se resserrer.',
    notes: ({ logSpread }) =>
      `Faites voter. L’essentiel : une couche est inoffensive, un facteur ${factorText(logSpread)} tout au plus n’émeut personne. Dites ce qu’est ln Z : le logarithme de la longueur au carré, 0 si rien ne change ; sa moitié est le logarithme de la longueur. La leçon suivante en multiplie cent.`,
  },
  logsAdd: {
    ...english.logsAdd,
    title: 'Les matrices se multiplient, les logarithmes s’ajoutent',
    text: ({ depth }) => [
      `À travers ${depth} couches, les facteurs se multiplient. Multiplier des facteurs, c’est ajouter leurs logarithmes, et ajouter des nombres aléatoires, c’est une marche aléatoire : chaque ligne est le gradient d’un réseau sur le chemin du retour, un pas par couche.`,
      'Le gain est réglé pour ne favoriser aucun sens.',
    ],
    question: ({ depth }) =>
      `Un pas s’écarte d’environ un tiers d’unité de ln Z. De combien les marches se sont-elles écartées après ${depth} pas ?`,
    choices: ({ depth, stepSpread, endSpread }) => [
      `pas davantage : ${numberText(stepSpread, 2)}`,
      `par la racine de ${depth} : ${numberText(endSpread, 2)}`,
      `${depth} fois plus : ${numberText(depth * stepSpread, 2)}`,
    ],
    reveal: ({ depth, endSpread, logSpread }) =>
      `Hauts et bas se compensent en partie : la dispersion croît comme la racine de la profondeur, jusqu’à ${numberText(endSpread, 2)} après ${depth} couches. Pour un réseau, c’est un gradient ${factorText(logSpread)} fois trop long, ou trop court.`,
    experiment: 'Appuyez plusieurs fois sur Nouvelle graine : d’autres réseaux, la même enveloppe.',
    notes: () =>
      'Tracez deux axes au tableau, l’un pour le logarithme, l’autre pour le facteur. L’enveloppe n’est pas ajustée aux marches : c’est la théorie exacte, tracée avant l’arrivée de la première. Demandez qui a déjà vu cette courbe : la diffusion, la marche de l’ivrogne, la Bourse.',
  },
  drift: {
    ...english.drift,
    title: 'La dérive : évanouissement et explosion',
    text: ({ depth }) => [
      `Voici des unités ReLU : la moitié d’entre elles sont éteintes, et ce qui est éteint ne transmet pas de gradient. Les poids gardent leur taille, gain 1, comme pour des couches linéaires. ${depth} couches.`,
    ],
    question: () => 'Que devient le gradient sur le chemin du retour ?',
    choices: ({ logFactor }) => [
      'il garde sa taille',
      'il perd la moitié en tout',
      `il tombe à ${factorText(logFactor)}`,
    ],
    reveal: ({ perLayer, logFactor, depth, largeGain, largeLogFactor }) =>
      `Chaque couche coûte la moitié de la longueur au carré, ${numberText(perLayer, 3)} en logarithme. Sur ${depth} couches, la longueur du gradient s’évanouit, jusqu’à ${factorText(logFactor)} : les premières couches n’apprennent rien. Avec un gain de ${largeGain}, il exploserait au contraire, d’un facteur ${factorText(largeLogFactor)}.`,
    experiment: 'Tirez le gain jusqu’à ce que les marches ne tombent ni ne montent.',
    notes: ({ logFactor }) =>
      `C’est tout le problème du gradient évanescent. Un nombre comme ${factorText(logFactor)} est bien au-dessous de ce que float32 peut représenter à côté de la dernière couche. Idée fausse répandue : la profondeur seule serait en cause. La profondeur multiplie ; ce qu’elle multiplie, c’est la dérive par couche.`,
  },
  goodGain: {
    ...english.goodGain,
    title: 'Le gain qui annule la dérive',
    text: ({ depth, width }) => [
      `Un nombre devant chaque matrice de poids, le gain, relève chaque pas d’autant. Il y a donc, pour chaque profondeur et chaque largeur, un gain g* auquel la marche ne dérive pas. Il est réglé ici pour ${depth} couches ReLU de ${width}.`,
    ],
    question: ({ offBy, depth }) =>
      `Avec quelle précision faut-il le régler ? Supposons le gain trop grand de ${percentText(offBy)}. De combien le gradient est-il typiquement trop long après ${depth} couches ?`,
    choices: ({ offBy, offLogFactor }) => [
      percentText(offBy),
      `environ ${factorText(offLogFactor)} fois`,
      'un million de fois',
    ],
    reveal: ({ gain, paperGain, offBy, offLogFactor }) =>
      `Avec g* = ${numberText(gain, 5)}, la moyenne reste à zéro. Une erreur de ${percentText(offBy)} se répète à chaque couche et devient un facteur ${factorText(offLogFactor)}. La formule de Sussillo et Abbott donne ${numberText(paperGain, 5)} : c’est assez près.`,
    experiment: 'Divisez la profondeur par deux : g* reste. Divisez la largeur par deux : il bouge.',
    notes: ({ gain }) =>
      `g* = ${numberText(gain, 5)} est un peu au-dessus de la racine de 2, le gain de He : pourquoi, la leçon 6 le dit. Le gain dépend de la largeur et, pour ReLU, pas de la profondeur : chaque couche est conservée pour elle-même.`,
  },
  spread: {
    ...english.spread,
    title: 'La dispersion qu’aucun gain n’ôte',
    text: ({ depth, width }) => [
      `La dérive a disparu, mais les marches se séparent encore : le gain décale tous les réseaux de même, et ne peut pas savoir lequel a eu de la malchance. ${depth} couches ReLU de ${width} à g*.`,
    ],
    question: ({ fourfold }) =>
      `Les couches deviennent quatre fois plus larges, ${fourfold} unités. Quelle est alors la dispersion des marches ?`,
    choices: () => ['aussi large qu’avant', 'moitié moins large', 'un seizième de la largeur'],
    reveal: ({ variance, logSpread, fourfoldLogSpread }) =>
      `La variance est ici de ${numberText(variance, 4)}, une droite à travers les couches. Elle décroît comme l’inverse de la largeur, la dispersion est donc divisée par deux : le facteur typique passe de ${factorText(logSpread)} à ${factorText(fourfoldLogSpread)}. C’est la profondeur sur la largeur qui compte.`,
    experiment:
      'En tirets : des réseaux quatre fois plus larges. Doublez ensemble la profondeur et la largeur : l’image reste.',
    notes: () =>
      'Le message est dans la deuxième figure : une droite, mesurée et exacte. c = 2 vient du khi-deux des poids ; ReLU ajoute 2 parce que la moitié seulement des unités transmettent, et 1 parce que leur nombre même est dû au hasard.',
  },
  typical: {
    ...english.typical,
    title: 'Le typique n’est pas la moyenne',
    text: ({ depth, heGain }) => [
      `Le gain de He, ${numberText(heGain, 4)}, maintient la moyenne de la longueur au carré à 1 exactement, à toute profondeur. On s’attendrait donc à des marches horizontales. ${depth} couches.`,
    ],
    question: () => 'La moyenne étant maintenue à 1, que fait un réseau typique ?',
    choices: () => ['il reste près de 1', 'il rétrécit', 'il grandit'],
    reveal: ({ heLogFactor, gain, logMean }) =>
      `Quelques réseaux rares sont énormes et portent la moyenne ; presque tous les autres rétrécissent, typiquement à ${factorText(heLogFactor)} de leur longueur. À g* = ${numberText(gain, 5)}, le réseau typique garde sa longueur, et la moyenne de la longueur au carré est ${factorText(logMean)} : aucune moyenne sur cent réseaux ne s’en approche.`,
    experiment:
      'En tirets : les mêmes réseaux à g*, dont la moyenne des logarithmes est nulle. Montez le gain jusque-là.',
    notes: () =>
      'C’est comme pour les revenus : la moyenne n’est pas la médiane. Voilà pourquoi cette page montre des logarithmes et des quantiles. Idée fausse à corriger : une initialisation « qui conserve la variance » conserve une moyenne de carrés, non ce que fait un réseau. Quand D/N est bien au-dessous de 1, les deux s’accordent ; le gain de He est donc bon là où on l’emploie.',
  },
  orthogonal: {
    ...english.orthogonal,
    title: 'ReLU paie plus, l’orthogonal paie moins',
    text: ({ depth, width }) => [
      `Deux choses dispersent les marches : les longueurs aléatoires des vecteurs de poids, et quelles ReLU se trouvent allumées. Les matrices orthogonales suppriment la première : seules, elles conservent exactement toute longueur. ${depth} couches ReLU de ${width}, poids orthogonaux.`,
    ],
    question: () => 'La dispersion a-t-elle disparu ?',
    choices: () => [
      'oui : les matrices orthogonales conservent les longueurs',
      'non : elle est plus petite',
      'non : elle est comme avant',
    ],
    reveal: ({ linear, relu, orthogonalRelu, logSpread }) =>
      `Restent les masques des ReLU. Var ln Z vaut ${numberText(relu, 3)} pour des poids gaussiens et ${numberText(orthogonalRelu, 3)} pour des poids orthogonaux, environ 3 parts au lieu de 5 ; des couches linéaires gaussiennes ont ${numberText(linear, 3)}. Facteur typique ici : ${factorText(logSpread)}.`,
    experiment:
      'En tirets : poids gaussiens. Choisissez linéaire : les marches sont à zéro, jusqu’au dernier chiffre de float32.',
    notes: () =>
      'Bon endroit pour demander ce qu’un masque fait d’une rotation : il projette. L’initialisation orthogonale vaut surtout pour des réseaux linéaires ou presque (Saxe et al. 2013).',
  },
  realTraining: {
    ...english.realTraining,
    title: 'Un vrai réseau apprend',
    text: ({ depth, width }) => [
      `Un réseau aléatoire, ${depth} couches tanh de ${width} aux poids orthogonaux, reçoit une couche d’entrée et une couche de sortie, et apprend par descente de gradient à nommer des chiffres dessinés, ici, sur cette machine.`,
      'L’entraînement commence quand vous avez parié, et dure quelques secondes, sur un ordinateur lent une minute ou deux.',
    ],
    question: ({ steps }) => `Le SGD simple fera-t-il bouger un réseau aussi profond en ${steps} pas ?`,
    choices: () => ['non : trop profond sans artifices', 'oui, à un gain proche de g*'],
    reveal: ({ gain, half, halfLogFactor }) =>
      `Au gain ${numberText(gain, 3)}, proche de g*, les tout premiers gradients atteignent déjà la première couche, et la perte quitte aussitôt celle du hasard. Avec la moitié du gain, ${numberText(half, 3)}, ils arriveraient à ${factorText(halfLogFactor)} de leur longueur, c’est-à-dire rien en float32 : la perte resterait pour toujours celle du hasard.`,
    experiment: 'Ouvrez dans Entraînement et divisez le gain par deux.',
    notes: () =>
      'Pendant qu’il s’entraîne, montrez le premier panneau : le gradient à travers les couches, maintenant et au départ. Puis les gradients des poids : au départ, ils sont plats à ce gain comme à sa moitié, car activation et gradient changent en sens opposés ; un mauvais gain les déplace tous ensemble. Les biais y mettent fin, et les unités qui saturent aussi. Pourquoi pas ReLU ? Un réseau ReLU aussi profond prend toutes ses entrées pour presque la même, et démarre donc à peine : leçon 10.',
  },
  budget: {
    ...english.budget,
    title: 'Profondeur ou largeur ?',
    text: ({ parameters, depth, width, shallowDepth, shallowWidth }) => [
      `${countText(parameters)} poids peuvent être ${depth} couches de ${width}, comme ici, ou ${shallowDepth} couches de ${shallowWidth}. Même nombre, même règle pour le gain.`,
    ],
    question: ({ shallowDepth }) =>
      `Le réseau profond a quatre fois plus de couches. Combien de fois son Var ln Z dépasse-t-il celui du réseau à ${shallowDepth} couches ?`,
    choices: () => ['deux fois', 'quatre fois', 'huit fois'],
    reveal: ({ variance, shallowVariance, logSpread, shallowLogSpread }) =>
      `Plus profond, c’est plus étroit : on paie deux fois, ${numberText(variance, 3)} contre ${numberText(shallowVariance, 3)}. Le gradient d’un réseau s’écarte typiquement d’un facteur ${factorText(logSpread)}, contre ${factorText(shallowLogSpread)}.`,
    experiment:
      'En tirets : le réseau peu profond, d’autant de poids. Réglez-le dans la phrase et regardez la deuxième figure.',
    notes: () =>
      'L’exposant 3/2 est ce que les praticiens doivent retenir : à budget fixé, un réseau deux fois plus profond a presque trois fois la variance.',
  },
  alignedInputs: {
    ...english.alignedInputs,
    title: 'Ce que le bon gain ne corrige pas',
    text: ({ depth, width }) => [
      'Jusqu’ici, chaque marche avait son réseau. Ici, toutes traversent un seul et même réseau, avec leurs propres entrées et leurs propres erreurs.',
      `${depth} couches ReLU de ${width}, à g*.`,
    ],
    question: () => 'Ces marches vont-elles se disperser comme avant ?',
    choices: () => ['oui : d’autres entrées, d’autres marches', 'non : elles vont ensemble'],
    reveal: ({ cosineAt5, cosineAt100, logSpread }) =>
      `Elles partagent un sort : celui du réseau, qui s’écarte typiquement d’un facteur ${factorText(logSpread)}, le même pour toutes ses entrées. Les entrées deviennent aussi parallèles : deux qui n’avaient rien en commun ont un cosinus de ${numberText(cosineAt5, 3)} après 5 couches et de ${numberText(cosineAt100, 3)} après 100. Aucun gain n’y remédie ; branches résiduelles et normalisation, si.`,
    experiment: 'Appuyez sur Nouvelle graine : un autre réseau, un autre sort commun.',
    notes: () =>
      'Terminez sur ce que l’initialisation ne peut pas faire. Le bon gain rend le premier pas possible ; il ne fait pas d’un réseau simple et profond un bon réseau. Demandez : que feraient des connexions résiduelles à cette image ?',
  },
  ...cureLessons,
};
