import { readIdentity } from '#engine/data/ownIdentity.ts';
import type { DataReason } from '#engine/worker/reason.ts';
import { inBrackets, type ReasonTexts } from '#experiment/dictionary/en/reasons.ts';
import { hexText, shortCell } from '#experiment/dictionary/quotedParts.ts';
import { number, plural } from './numbers.ts';
import { megabytes } from './reasons.ts';

/** The types of IDX files that hold no bytes without a sign, by their numbers. */
const idxTypes: Readonly<Record<number, string>> = {
  9: 'des octets signés',
  11: 'des entiers courts',
  12: 'des entiers de 4 octets',
  13: 'des flottants simples',
  14: 'des flottants doubles',
};

const limited = { rows: 'lignes', inputs: 'entrées', classes: 'classes', numbers: 'nombres' };

/** What was wrong with data, in French. */
export const dataReasons: ReasonTexts<DataReason> = {
  notHere: () =>
    'MNIST n’est pas encore là : déposez ses quatre fichiers sur la page, ou faites-les télécharger.',
  missing: ({ file, given }) =>
    `${file} manque : MNIST a quatre fichiers, et ${
      given.length === 0 ? 'aucun n’a été donné' : `seul a été donné : ${given.join(', ')}`
    }.`,
  unreadable: ({ file, detail }) =>
    `${file} ne peut pas être lu${inBrackets(detail)} : choisissez-le à nouveau.`,
  damaged: ({ file }) => `${file} est compressé, mais ne se décompresse pas : il est endommagé ou tronqué.`,
  tooBig: ({ file, allowedBytes }) =>
    `${file} contient plus de ${megabytes(allowedBytes)}, tel quel ou décompressé : il n’est pas lu.`,
  wrongSum: ({ file, host }) =>
    `${file}, tel que le donne ${host}, n’est pas le fichier publié : sa somme de contrôle diffère.`,
  notIdx: ({ file, first }) =>
    `${file} n’est pas un fichier IDX d’octets : il commence par ${hexText(first)}, et non par 00 00 08.`,
  headCutOff: ({ file, bytes }) => `${file} est tronqué dans son en-tête : il contient ${bytes} octets.`,
  truncated: ({ file, dimensions, expected, bytes }) =>
    `${file} devrait contenir ${expected} octets (${dimensions.join(' x ')}) et en contient ${bytes} : il est tronqué.`,
  tooLong: ({ file, dimensions, expected, bytes }) =>
    `${file} devrait contenir ${expected} octets (${dimensions.join(' x ')}) et en contient ${bytes} : il est trop long.`,
  notPictures: ({ file, dimensions }) =>
    `${file} contient ${dimensions.join(' x ')} ; les images doivent mesurer 28 x 28.`,
  wrongLabel: ({ file, label }) => `${file} contient l’étiquette ${label} ; les étiquettes vont de 0 à 9.`,
  unmatched: ({ images, pictures, labels, count }) =>
    `${images} a ${pictures} images, mais ${labels} a ${count} étiquettes.`,
  empty: ({ file }) => `${file} est vide.`,
  notServed: ({ address }) => `Il n’y a pas de MNIST à l’adresse ${address}.`,
  notFetched: ({ mirrors }) =>
    `MNIST n’a pas pu être téléchargé : ${mirrors
      .map(({ host, detail }) =>
        detail === null
          ? `${host} n’a pas ces fichiers`
          : `${host} n’a pas pu être joint${inBrackets(detail)}`,
      )
      .join(' ; ')}.`,
  otherNetwork: ({ inputs, outputs, neededInputs, neededOutputs }) =>
    `Le réseau du fichier a ${inputs} entrées et ${outputs} sorties, et les données présentes en demandent ${neededInputs} et ${neededOutputs} : donnez celles sur lesquelles il a été entraîné, puis ouvrez-le à nouveau.`,
  webPage: ({ file }) =>
    `${file} est une page web, pas des données : une page est venue à la place du fichier. Ouvrez l’adresse dans le navigateur et enregistrez le fichier lui-même.`,
  notText: ({ file }) =>
    `${file} n’est pas un tableau en texte : il contient des signes qu’aucun tableau ne contient.`,
  notNpy: ({ file }) => `${file} n’est pas un fichier de NumPy : il n’en a pas le début.`,
  unknownKind: ({ file }) =>
    `${file} n’est d’aucun type qui se lise ici : IDX, CSV avec une ligne de titres, NPY ou NPZ, compressés par gzip ou non.`,
  twice: ({ files }) =>
    `${files.join(' et ')} sont deux fichiers différents pour la même partie : ne donnez que le bon.`,
  idxType: ({ file, type }) =>
    `${file} contient ${idxTypes[type] ?? 'd’autres nombres'} ; parmi les fichiers IDX, seuls ceux d’octets sont lus. Enregistrez ses nombres en NPY : numpy.save("x.npy", x).`,
  noHead: ({ file, first }) =>
    `${file} n’a pas de ligne de titres : sa première ligne commence par ${shortCell(first)}. Ajoutez au-dessus une ligne qui nomme les colonnes.`,
  sameColumn: ({ file, column }) => `${file} a deux colonnes nommées ${shortCell(column)} : renommez-en une.`,
  ragged: ({ file, row, found, expected }) =>
    `La ligne ${row} de ${file} a ${found} ${plural(found, 'cellule', 'cellules')}, et ses titres nomment ${expected} colonnes : le fichier est tronqué là, ou un séparateur se trouve dans une cellule.`,
  openQuote: ({ file, row }) =>
    `Dans ${file}, un guillemet n’est pas refermé après la ligne ${row} : le fichier est tronqué là.`,
  notNumber: ({ file, column, row, cell }) =>
    cell === ''
      ? `Dans ${file}, la colonne ${shortCell(column)} est vide à la ligne ${row} : un réseau y attend un nombre. Complétez la cellule ou supprimez la ligne.`
      : `Dans ${file}, la colonne ${shortCell(column)} contient ${shortCell(cell)} à la ligne ${row} : un réseau y attend un nombre. Seule la classe peut être un mot.`,
  noInputs: ({ given }) =>
    `Il n’y a rien à apprendre dans ${given.join(', ')} : outre la classe, il faut des nombres.`,
  noLabels: ({ given }) =>
    `Il manque les classes de ${given.join(', ')} : donnez aussi le fichier qui a un nombre par exemple.`,
  npyType: ({ file, type }) =>
    /U|S/.test(type)
      ? `${file} contient des textes (${type}) là où il faut des nombres. Numérotez les classes : numpy.unique(y, return_inverse=True)[1].`
      : `${file} contient ${shortCell(type)}, qui ne sont pas de simples nombres : enregistrez-le en float32, x.astype("float32").`,
  labelShape: ({ file, dimensions }) =>
    `${file} est de taille ${dimensions.join(' x ')} ; les classes sont un entier par exemple : y.argmax(1) les tire de lignes one-hot.`,
  notFinite: ({ file, row }) =>
    `${file} contient un nombre qui n’est pas fini (NaN ou Infinity) dans l’exemple ${row}.`,
  notWhole: ({ file, row, value }) =>
    `${file} devrait contenir des classes, et l’exemple ${row} a ${number(value)} : les classes sont des entiers.`,
  unlike: ({ train, heldOut }) =>
    `${train} et ${heldOut} ne vont pas ensemble : ce qui est mis de côté doit avoir les mêmes entrées et les mêmes classes que ce qui est appris.`,
  mixed: ({ files }) =>
    `${files.join(', ')} : donnez soit des tableaux de texte, soit des fichiers NumPy ou IDX.`,
  tooMany: ({ what, found, most }) => `Cela fait ${found} ${limited[what]} ; il en est lu ${most} au plus.`,
  fewSamples: ({ name }) =>
    `${name} a trop peu d’exemples : il en faut pour apprendre et d’autres à mettre de côté.`,
  oneClass: ({ name }) => `Tous les exemples de ${name} sont de la même classe : il n’y a rien à distinguer.`,
  ownNotHere: ({ own }) => {
    const set = readIdentity(own);
    return set
      ? `Les données « ${set.name} » ne sont pas dans ce navigateur : ${set.trainCount} exemples à apprendre et ${set.heldOutCount} mis de côté, ${set.inputs} entrées, ${set.classes} classes, somme de contrôle ${set.checksum}. Déposez leurs fichiers ici.`
      : 'Il n’y a pas encore de données à vous ici.';
  },
  draftGone: () =>
    'Ce qui avait été lu est perdu : le moteur de calcul a redémarré. Donnez les fichiers à nouveau.',
};
