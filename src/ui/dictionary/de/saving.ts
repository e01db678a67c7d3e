import type { Translated } from '#experiment/dictionary/translated.ts';
import type { saving as english } from '#ui/dictionary/en/saving.ts';

/** Every word of exporting a figure, in German. */
export const saving: Translated<typeof english> = {
  menu: (figure) => `Lesen oder sichern: ${figure}`,
  table: 'Tabelle',
  title: (figure) => `${figure} sichern als`,
  figures: {
    walk: 'der Lauf',
    variance: 'die Varianz',
    end: 'wie die Läufe enden',
    gain: 'Drift gegen Gain',
    'layers-backward': 'die Gradienten',
    'layers-weights': 'die Gewichtsgradienten',
    'layers-forward': 'die Aktivierungen',
    heat: 'die Wärmekarte',
    loss: 'der Loss',
    accuracy: 'der Anteil richtiger',
    examples: 'die Beispiele',
    worst: 'wo es am meisten irrt',
    confusion: 'die Antworten je Klasse',
  },
  formats: { svg: 'SVG, Vektoren', png: 'PNG, 2×', csv: 'CSV, Zahlen', json: 'JSON, Zahlen' },
  noData: 'Noch ist nichts gemessen',
  failed: (file, reason) => `${file} konnte nicht gemacht werden: ${reason}`,
  /** What the columns of figures' tables are called; their names are those of `run/walk/walkTables.ts` and `run/train/trainTables.ts`. */
  columns: {
    layer: 'Schicht',
    layersBack: 'Schichten vom Ausgang zurück',
    mean: 'Mittel von ln Z',
    variance: 'Varianz von ln Z',
    walk: 'Lauf',
    from: 'ln Z von',
    to: 'bis',
    density: 'Dichte, gemessen',
    theoryDensity: 'Dichte in der Mitte, Theorie',
    gain: 'Gain',
    driftPerLayer: 'Drift je Schicht',
    isCurrent: '1: benutzt',
    step: 'Schritt',
    loss: 'Loss',
    accuracy: 'Anteil richtig',
    heldOut: 'ungesehen',
    example: 'Beispiel',
    label: 'Klasse',
    output: 'Ausgang',
    class: 'Klasse',
    name: 'Name',
    samples: 'Beispiele',
    right: 'richtig',
    answer: 'beantwortet mit',
  },
  withError: (column) => `${column} ± Standardfehler`,
  /** Where not all rows are shown. */
  part: (shown, rows, leftOut) =>
    `${shown} von ${rows} Zeilen${leftOut > 0 ? `, ${leftOut} Spalten weggelassen` : ''}, in gleichen Abständen. Alles steht in der CSV-Datei.`,
  none: '–',
};
