import type { Translated } from '#experiment/dictionary/translated.ts';
import type { parts as english } from '#ui/dictionary/en/parts.ts';

/** Every word about parts of the page that could not be loaded or that stopped, in German. */
export const parts: Translated<typeof english> = {
  names: {
    table: 'die Zahlentabelle',
    figureTexts: 'die Abbildungen in Worten',
    firstUse: 'die Zeile zum ersten Besuch',
    page: 'die Seite',
    train: 'die Trainingsansicht',
    scale: 'die Skalierungsansicht',
    learn: 'die Lektionen',
    findings: 'die Befunde',
    embed: 'die eingebettete Ansicht',
    settings: 'die Einstellungen',
    tip: 'die Erklärung',
    share: 'den Teilen-Dialog',
    python: 'den Python-Dialog',
    menu: 'das Menü der Abbildung',
    compare: 'den Vergleich',
    insight: 'diese Abbildung',
    lessonTraining: 'das Training der Lektion',
    keys: 'die Liste der Tasten',
    teaching: 'die Seite für Lehrende',
    formula: 'die Formel',
  },
  notLoaded: (name) => `Konnte ${name} nicht laden. Alles andere läuft weiter.`,
  stillNot: 'Wenn das Netz da ist, hat vielleicht eine neuere Fassung diese ersetzt.',
  stopped: (name) => `Ein Fehler von uns hat ${name} angehalten.`,
  again: 'Noch einmal versuchen',
  anew: 'Seite neu öffnen',
  close: 'Schließen',
};
