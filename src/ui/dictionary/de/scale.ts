import type { Translated } from '#experiment/dictionary/translated.ts';
import type { scale as english } from '#ui/dictionary/en/scale.ts';
import { columns, sweeps } from './sweeps.ts';

/** The words of the scale view in German. */
export const scale: Translated<typeof english> = {
  sweepLabel: 'Frage',
  actions: {
    run: 'Start',
    cancel: 'Abbrechen',
    resume: 'Weiter',
    restart: 'Neustart',
    restartHelp: 'Jeden Punkt neu messen, mit demselben Seed',
  },
  progress: {
    label: 'Gemessene Punkte',
    waiting: 'Wartet auf Start',
    points: (done, of) => `${done} von ${of} Punkten`,
    remaining: (time) => `noch etwa ${time}`,
    took: (time) => `in ${time}`,
    cancelled: 'abgebrochen; Weiter misst den Rest',
    failed: 'Die Messreihe schlug fehl',
    sampler: {
      matrices: 'echte Matrizen',
      free: 'Läufe ohne Matrix, exakt in Verteilung',
      training: 'Training',
    },
    fewer: 'breite und tiefe Punkte haben weniger Läufe, der Zeit wegen',
    fewerUnlessFree:
      'breite und tiefe Punkte haben weniger Läufe, der Zeit wegen; ohne Matrix ginge alles in Sekunden',
  },
  hint: 'Auf eine Messung zeigen, um sie zu lesen; sie öffnen, um ihre Läufe zu sehen.',
  readout: {
    at: (where, said) => `${where}: ${said}`,
    measured: 'gemessen',
    unmeasured: 'noch nicht gemessen',
    theory: {
      exact: 'exakt',
      'order-1/N': 'Ordnung 1/N',
      'two-number': 'zwei Zahlen',
      'leading-order': 'in führender Ordnung',
    },
    off: (count) => `${count} Standardfehler daneben`,
    walks: (walks, dead) => (dead > 0 ? `${walks} Läufe, ${dead} tot` : `${walks} Läufe`),
  },
  failed: (message) =>
    `Die Messreihe brach ab: ${message} Gemessenes bleibt; Weiter macht mit dem Rest weiter.`,
  switchLabel: 'gezeigt',
  columns,
  sweeps,
};
