import { plural } from '#experiment/dictionary/fr/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { own as english } from '#ui/dictionary/en/train/own.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of data of the user's own, in French. */
export const own: Translated<typeof english> = {
  title: 'Vos propres données',
  drop: ({ bytes, rows, inputs, classes }) =>
    `Déposez un fichier CSV avec une ligne de titres, ou des fichiers NPY, NPZ ou IDX, ici ou n’importe où sur la page : jusqu’à ${Math.round(bytes / 2 ** 20)} Mo par fichier, ${countText(rows)} lignes, ${countText(inputs)} entrées, ${classes} classes. Rien ne quitte cet ordinateur.`,
  choose: 'Choisir des fichiers',
  other: 'D’autres fichiers',
  save: 'Enregistrer pour Python',
  counts: (train, heldOut, inputs, classes) =>
    `${countText(train)} à apprendre, ${countText(heldOut)} mis de côté ; ${countText(inputs)} ${plural(inputs, 'entrée', 'entrées')}, ${classes} ${plural(classes, 'classe', 'classes')}`,
  done: (name, counts, kept) =>
    `${name} est là : ${counts} ; ${kept ? 'gardé dans ce navigateur' : 'ce navigateur ne le garde pas'}.`,
  named: (name) => `vos données « ${name} »`,
  kept: 'Gardé dans ce navigateur',
  use: (name) => `Entraîner sur ${name}`,
  forget: (name) => `Oublier ${name}`,
  label: 'Quelle colonne est la classe ?',
  none: 'choisir',
  leftOut: (columns) => `Pas des entrées, faute de nombres ou de nom : ${columns}.`,
  unnamed: '(sans nom)',
  standardise: 'Ramener chaque entrée à une moyenne de 0 et un écart type de 1',
  train: 'Entraîner dessus',
  dismiss: 'Pas ceux-ci',
  classes: 'Classes à apprendre',
  classCount: (name, count) => `${name} : ${countText(count)}`,
  more: (count) => `et ${countText(count)} de plus`,
  values: 'Valeurs des entrées',
  valuesFrom: (low, high) => `Valeurs des entrées, de ${low} à ${high}`,
  samples: 'Quelques exemples',
  figures: { values: 'les valeurs des entrées', samples: 'quelques exemples' },
  columns: { from: 'valeur de', count: 'nombre de fois' },
};
