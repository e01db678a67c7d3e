import { plural } from '#experiment/dictionary/fr/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { scale as english } from '#ui/dictionary/en/scale.ts';
import { columns, sweeps } from './sweeps.ts';

/** The words of the scale view in French. */
export const scale: Translated<typeof english> = {
  sweepLabel: 'question',
  actions: {
    run: 'Lancer',
    cancel: 'Interrompre',
    resume: 'Reprendre',
    restart: 'Relancer',
    restartHelp: 'Mesurer à nouveau chaque point, avec la même graine',
  },
  progress: {
    label: 'Points mesurés',
    waiting: 'En attente de Lancer',
    points: (done, of) => `${done} points sur ${of}`,
    remaining: (time) => `encore ${time} environ`,
    took: (time) => `en ${time}`,
    cancelled: 'interrompue ; Reprendre mesure le reste',
    failed: 'La série de mesures a échoué',
    sampler: {
      matrices: 'vraies matrices',
      free: 'marches sans matrice, exactes en loi',
      training: 'entraînement',
    },
    fewer: 'moins de marches aux points larges et profonds, pour gagner du temps',
    fewerUnlessFree:
      'moins de marches aux points larges et profonds, pour gagner du temps ; sans matrice, tout se ferait en quelques secondes',
  },
  hint: 'Pointez une mesure pour la lire ; ouvrez-la pour voir ses marches.',
  readout: {
    at: (where, said) => `${where} : ${said}`,
    measured: 'mesuré',
    unmeasured: 'pas encore mesuré',
    theory: {
      exact: 'exact',
      'order-1/N': 'à l’ordre 1/N',
      'two-number': 'deux nombres',
      'leading-order': 'à l’ordre dominant',
    },
    off: (count) => `écart de ${count} erreurs types`,
    walks: (walks, dead) =>
      dead > 0 ? `${walks} marches, dont ${dead} ${plural(dead, 'morte', 'mortes')}` : `${walks} marches`,
  },
  failed: (message) =>
    `La série s’est interrompue : ${message} Ce qui est mesuré est gardé ; Reprendre mesure le reste.`,
  switchLabel: 'montré',
  columns,
  sweeps,
};
