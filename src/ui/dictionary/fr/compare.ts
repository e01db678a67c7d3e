import type { Dictionary } from '#experiment/dictionary/dictionary.ts';

/** Words of what sets experiments against one another, in French. */
export const compare: Dictionary['compare'] = {
  names: {
    same: 'la même',
    width: (text) => `largeur ${text}`,
    depth: (text) => `profondeur ${text}`,
    walks: (text) => `${text} marches`,
    gain: (name, value) => `gain ${name} = ${value}`,
    gainNumber: (value) => `gain = ${value}`,
    other: (label, text) => `${label} ${text}`,
    tied: { 0: 'matrices nouvelles', 1: 'une seule matrice' },
    more: (count) => `${count} de plus`,
  },
  here: 'ici',
  typically: 'La norme est typiquement multipliée ou divisée par',
  typicallyThan: (factor, name) => `${factor} (${name})`,
  typicallyHere: (factor) => `${factor} ici`,
  caption: 'Les expériences côte à côte',
  columns: {
    name: 'expérience',
    drift: 'dérive par couche',
    slope: 'variance par couche',
    factor: 'facteur typique',
    within: 'à un facteur 10 près',
    dead: 'mortes',
    walks: 'marches',
  },
  sortBy: (column) => `Trier par ${column}`,
  of: (count, all) => `${count} sur ${all}`,
  open: 'Ouvrir',
  openHelp: (name) => `Ouvrir ${name} ; l’expérience présente prend sa place ici`,
  remove: 'Retirer',
  removeHelp: (name) => `Retirer ${name} de la comparaison`,
  save: 'Enregistrer en CSV',
  freeHelp:
    'Les marches gardées sont faites sans matrice là où la loi est la même, avec la même graine, où que le lien soit ouvert.',
  presetsLabel: 'Comparer avec',
  presets: {
    gain: 'le gain de He ou g*',
    nonlinearity: 'ReLU ou linéaire',
    weights: 'gaussiens ou orthogonaux',
    tied: 'une matrice ou de nouvelles',
    shape: 'profond ou large à budget égal',
  },
  full: 'Quatre sont gardées : retirez-en une d’abord.',
};
