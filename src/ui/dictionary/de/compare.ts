import type { Dictionary } from '#experiment/dictionary/dictionary.ts';

/** Words of what sets experiments against one another, in German. */
export const compare: Dictionary['compare'] = {
  names: {
    same: 'dasselbe',
    width: (text) => `${text} breit`,
    depth: (text) => `${text} tief`,
    walks: (text) => `${text} Läufe`,
    gain: (name, value) => `Gain ${name} ${value}`,
    gainNumber: (value) => `Gain ${value}`,
    other: (label, text) => `${label} ${text}`,
    tied: { 0: 'neue Matrizen', 1: 'eine Matrix' },
    more: (count) => `${count} weitere`,
  },
  here: 'hier',
  typically: 'Die Norm wird typischerweise vervielfacht oder geteilt durch',
  typicallyThan: (factor, name) => `${factor} (${name})`,
  typicallyHere: (factor) => `${factor} hier`,
  caption: 'Experimente nebeneinander',
  columns: {
    name: 'Experiment',
    drift: 'Drift je Schicht',
    slope: 'Varianz je Schicht',
    factor: 'typischer Faktor',
    within: 'innerhalb Faktor 10',
    dead: 'tot',
    walks: 'Läufe',
  },
  sortBy: (column) => `Nach ${column} ordnen`,
  of: (count, all) => `${count} von ${all}`,
  open: 'Öffnen',
  openHelp: (name) => `${name} öffnen; das jetzige Experiment tritt hier an seine Stelle`,
  remove: 'Entfernen',
  removeHelp: (name) => `${name} aus dem Vergleich nehmen`,
  save: 'Als CSV speichern',
  freeHelp:
    'Behaltene Läufe werden ohne Matrix gemacht, wo das dem Gesetz nach dasselbe ist, mit demselben Seed, wo immer der Link geöffnet wird.',
  presetsLabel: 'Vergleichen mit',
  presets: {
    gain: 'Hes Gain oder g*',
    nonlinearity: 'ReLU oder linear',
    weights: 'normal oder orthogonal',
    tied: 'eine Matrix oder neue',
    shape: 'tief oder breit bei einem Budget',
  },
  full: 'Vier sind behalten: erst eines entfernen.',
};
