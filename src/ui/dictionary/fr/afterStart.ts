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
  faults: {
    absent: (name) => `${name} n’est pas disponible ici.`,
    insecure: (name) =>
      `Les navigateurs ne donnent ${name} qu’aux pages venues par https ou de localhost, ce qui n’est pas le cas de celle-ci.`,
    'no-kernel': (name) => `Il n’y a pas de noyaux pour des marches sur ${name}.`,
    'no-adapter': (name) =>
      `Ce navigateur a ${name}, mais n’a pas trouvé de carte graphique pour s’en servir.`,
    'self-test-failed': (name) =>
      `${name} a donné des réponses fausses à l’autotest du démarrage et n’est pas utilisé.`,
    lost: () => 'La carte graphique a disparu.',
    lostWorker: 'Un worker a disparu au milieu de ses marches.',
    silent: (name) => `Le navigateur n’a pas répondu quand ${name} lui a été demandé.`,
    unstable: (name) =>
      `La carte graphique a disparu plusieurs fois de suite : ${name} n’est plus utilisé tant qu’on ne le choisit pas à nouveau.`,
    error: (name) => `${name} a échoué.`,
    insteadCpu:
      'Les mêmes marches sont faites par la référence en TypeScript, sur le processeur : les mêmes nombres à l’arrondi près, plus lentement.',
    insteadWasm:
      'Les mêmes marches sont faites par les vecteurs du processeur, en WebAssembly : les mêmes nombres à l’arrondi près.',
    instead: (name) => `Les marches continuent avec ${name} ; aucune n’est perdue.`,
  },
  badge: {
    checks: {
      logNorm: (difference, allowed) =>
        `ln Z contre TypeScript en float64 : plus grand écart ${difference} (permis ${allowed})`,
      invariant: (difference, allowed) =>
        `a·δ le long des couches : plus grande variation relative ${difference} (permise ${allowed})`,
    },
    selfTest: { passed: 'autotest réussi', failed: 'autotest échoué' },
    vectors:
      'Tous les cœurs calculent avec leurs vecteurs : il n’y a pas de carte graphique ici, ou elle n’a pas été demandée.',
    raced: (speeds) =>
      `Mesuré au début d’un tel calcul, en poids par seconde, ou sans matrice en travail égal : ${speeds}. Le plus rapide calcule.`,
    notWalked: (name) => `${name} n’a pas marché`,
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
