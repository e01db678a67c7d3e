import type { Translated } from '#experiment/dictionary/translated.ts';
import type { saving as english } from '#ui/dictionary/en/saving.ts';

/** Every word of exporting a figure, in German. */
export const saving: Translated<typeof english> = {
  menu: (figure) => `Sichern: ${figure}`,
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
};
