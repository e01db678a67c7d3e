import type { Translated } from '#experiment/dictionary/translated.ts';
import type { afterStart as english } from '#ui/dictionary/en/afterStart.ts';

/** What is said only after the page stands, in French. */
export const afterStart: Translated<typeof english> = {
  /** Of a file that is opened and is no experiment. */
  refused: {
    notJson: (name) =>
      `${name} n’est pas un fichier d’expérience : ce n’est pas du JSON. Rien n’a été changé.`,
    noExperiment: (name) =>
      `${name} est du JSON, mais ne contient pas d’expérience de Gradient Walk. Rien n’a été changé.`,
    tooLarge: (name, megabytes) =>
      `${name} fait ${megabytes} Mo, trop pour un fichier d’expérience. Rien n’a été changé.`,
    unreadable: (name) => `${name} n’a pas pu être lu. Rien n’a été changé.`,
    many: (count) =>
      `${count} fichiers ont été déposés ; une expérience tient en un seul. Rien n’a été changé.`,
  },
  hearing: {
    walk: (walk, of) =>
      `Marche ${walk} sur ${of}, à l’oreille : une octave est un facteur 10 de la norme. h l’arrête.`,
    none: 'Il n’y a pas encore de marche à écouter.',
    silent: 'Ce navigateur n’émet pas de son.',
  },
  firstUse: {
    what: 'Une ligne de couleur : le gradient d’un réseau qui remonte les couches. À l’encre : la théorie. Les nombres soulignés se tirent.',
    close: 'Fermer',
  },
  /** Of a newer version. */
  update: {
    label: 'Mise à jour',
    ready: 'Un Gradient Walk plus récent est prêt.',
    reload: 'Recharger et mettre à jour',
    later: 'Plus tard',
    held: 'Sans réseau, l’ancienne version ne peut pas être quittée : la nouvelle commencera quand tous les onglets de cette page auront été fermés.',
    close: 'Fermer',
  },
};
