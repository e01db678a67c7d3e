import type { Translated } from '#experiment/dictionary/translated.ts';
import type { page as english } from '#ui/dictionary/en/page.ts';
import { choices, dataPhrases } from './choices.ts';

/** Every word of the page that is not in the parameter table, in French. */
export const page: Translated<typeof english> = {
  title: 'Gradient Walk',
  views: { walk: 'Marche', train: 'Entraînement', scale: 'Échelles', learn: 'Apprendre' },
  viewsLabel: 'Vues',
  stillTraining: (steps) => `pas ${steps}`,
  loading: 'Chargement…',
  sentence: () => 'Dans un réseau {f} de profondeur {depth} et de largeur {width}, avec un gain de {gain},',
  walker: {
    backward: 'un gradient qui se propage vers l’arrière',
    forward: 'une activation qui se propage vers l’avant',
    weights: 'le gradient des poids, de la dernière couche à la première,',
  },
  // What walks may be masculine or feminine: where a participle would agree, its norm does.
  outcome: {
    keeps: () => 'garde sa taille en moyenne',
    shrinks: (factor) => `rétrécit typiquement à 1/${factor} de sa taille`,
    grows: (factor) => `grandit typiquement d’un facteur ${factor}`,
    vanishes: (factor) => `s’évanouit : sa norme est typiquement divisée par ${factor}`,
    explodes: (factor) => `explose : sa norme est typiquement multipliée par ${factor}`,
    ownRate:
      'croît ou décroît au taux propre à son réseau : une même matrice à chaque couche fait de la croissance une propriété du réseau, non du hasard, et aucun gain ne convient à tous',
    unknown: 'fait ce que montrent ses marches : la théorie de ce réseau n’est pas encore arrivée',
    everywhere: ', et cela dans chaque réseau pris à part',
    spreadKept: (factor) =>
      ` ; dans un réseau donné, sa norme est typiquement multipliée ou divisée par ${factor}`,
    spread: (factor) => `, à un facteur ${factor} près`,
    dead: (share) => ` Dans ${share} des réseaux, plus rien ne passe.`,
    remarks: {
      gainOut: ' Le gain ne compte plus : la normalisation l’annule.',
      power: ' Ce qui croît, croît comme une puissance de la profondeur, non exponentiellement.',
    },
    approximately: {
      'order-1/N': ' (à l’ordre 1/N)',
      'two-number': ' (deux nombres par couche)',
      'mean-field': ' (champ moyen, approché)',
      'leading-order': ' (à l’ordre dominant)',
    },
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
  choices,
  dataPhrases,
  gainHelp: {
    auto: 'g* : le gain auquel la log-norme ne dérive pas.',
    paper: 'La formule de Sussillo et Abbott (2014).',
    he: 'He et al. (2015) : la moyenne de la norme au carré est conservée, sa valeur typique ne l’est pas.',
    lecun: 'LeCun (1998), et Glorot pour des couches carrées : gain 1.',
    wrong: 'Une méprise vue dans du code réel : la variance 1/N prise pour un écart type.',
  },
  bestGain: {
    'order-1/N': (value) => `g* = ${value}, à l’ordre 1/N`,
    'two-number': (value) => `g* = ${value}, par deux nombres par couche`,
    sampled: (value) => `g* = ${value}, déterminé par des marches`,
    sought: (value) => `g* ≈ ${value} en champ moyen ; des marches le cherchent…`,
    approximate: (value) => `g* ≈ ${value} en champ moyen, approché`,
  },
  driftStays: 'En champ moyen, aucun gain n’arrête ici la dérive. g* est celui qui en laisse le moins.',
  noPaperGain: (f) => `L’article ne donne pas de formule pour ${f} ; g* est utilisé.`,
  branches: {
    root: '1/√D',
    rootHelp:
      'Alpha = 1/√D : là où f est de moyenne nulle (linéaire, tanh), la norme croît d’un même facteur à toute profondeur ; les ReLU demandent aussi une normalisation.',
    tiedGain:
      'Chaque réseau a son propre taux, qu’aucun gain ne corrige pour tous : g* est celui d’une couche seule.',
    bestGain: 'Aucun gain n’arrête la dérive de branches résiduelles : g* est celui du réseau simple.',
    normGain: 'g* est celui du réseau sans sa normalisation ; la courbe est celle du réseau avec elle.',
    gainOut: 'Le gain ne compte plus, sauf au dernier pas, vers l’entrée : la normalisation l’annule.',
    gradientOfH: 'Le gradient dont on suit la marche est dE/dh.',
  },
  spokenGain: {
    auto: 'g étoile',
    paper: 'celui de l’article',
    he: 'celui de He',
    lecun: 'celui de LeCun',
    wrong: 'g sur N',
  },
  actions: {
    python: 'Python',
    run: 'Lancer',
    pause: 'Pause',
    step: 'Un pas',
    stepHelp: 'Une marche de plus',
    restart: 'Relancer',
    restartHelp: 'La même graine, depuis le début',
    newSeed: 'Nouvelle graine',
    share: 'Partager',
    allControls: 'Tous les réglages',
    allControlsHelp: 'Ce lien retire certains réglages ; ce bouton les fait revenir',
    dismiss: 'Masquer',
    more: 'Plus de réglages',
    close: 'Fermer',
  },
  skip: 'Aller aux figures',
  asNumber: (label) => `${label}, en nombre`,
  draft: {
    stays: (given, because, value) => `« ${given} » ${because} ; ${value} reste.`,
    changed: (given, because, value) => `${given} ${because} ; ${value} est pris.`,
    understood: (given, value) => `« ${given} » se lit ${value}.`,
  },
  notices: 'Tout n’a pas pu être fait comme demandé',
  moreNotices: (count) => `et ${count} de plus`,
  progress: {
    waiting: 'En attente de Lancer',
    starting: 'Le moteur de calcul démarre…',
    recorded: 'Des marches enregistrées, le temps que le moteur démarre',
    walks: (done, of) => `${done} marches sur ${of}`,
    remaining: (time) => `encore ${time}`,
    took: (time) => `en ${time}`,
    paused: 'en pause',
    cancelled: 'interrompu',
    failed: 'Le calcul a échoué',
    speedFree: (walks) => `${walks} marches/s, sans matrice`,
    speed: (walks, weights) => `${walks} marches/s · ${weights} poids/s`,
  },
  figures: {
    walkTitle: 'ln Z',
    walkTitleLong: {
      backward: 'ln Z, le logarithme de la norme au carré du gradient',
      forward: 'ln Z, le logarithme de la norme au carré de l’activation',
      weights: 'ln Z, le logarithme de la norme au carré du gradient des poids',
    },
    factorTitle: '× norme',
    layers: {
      backward: 'couches en remontant depuis la sortie',
      forward: 'couches en avançant depuis l’entrée',
      weights: 'matrices de poids en remontant depuis la sortie',
    },
    meanTheory: (kind) => `moyenne (${kind})`,
    meanMeasured: 'moyenne mesurée ± ES',
    deviations: (count, kind) => `+${count} σ (${kind})`,
    varianceTitle: 'Var ln Z',
    varianceTheory: (slope, kind) => `${kind} : ${slope} par couche`,
    varianceMeasured: (slope) => `pente mesurée ${slope}`,
    varianceMeasuredPlain: 'mesurée ± ES',
    endTitle: 'où finissent les marches',
    densityExact: 'densité exacte',
    densityNormal: 'densité normale',
    within: (share) => [`${share} finissent`, 'à un facteur 10 près'],
    dead: (share) => `${share} mortes`,
    noTheory: 'pas de formule connue',
  },
  facts: {
    title: 'Mesure et théorie en regard',
    measured: 'mesuré',
    theory: {
      exact: 'exact',
      'order-1/N': 'ordre 1/N',
      'two-number': 'deux nombres',
      'mean-field': 'champ moyen',
      'leading-order': 'ordre dominant',
      'new-matrices': 'nouvelles matrices',
      reference: '2000 marches libres',
    },
    drift: 'dérive par couche',
    slope: 'variance par couche',
    factor: 'facteur typique',
    within: 'à un facteur 10 près',
    dead: 'mortes',
    ratio: 'profondeur / largeur',
    none: '–',
    help: {
      drift:
        'De combien ln Z se déplace en une couche, en moyenne. Zéro : c’est à cela que sert un bon gain.',
      slope: 'De combien la variance de ln Z croît à chaque couche : la pente de la deuxième figure.',
      factor:
        'Par quoi la norme est typiquement multipliée ou divisée dans un réseau : e puissance la moitié de l’écart type de ln Z.',
      within: 'Part des marches dont la norme finit entre un dixième et dix fois sa valeur de départ.',
      dead: 'Part des marches où une couche n’avait aucune unité active, si bien que rien ne passe plus.',
      ratio:
        'À l’ordre dominant, la dispersion des marches ne dépend de la profondeur et de la largeur que par ce rapport.',
    },
  },
  curve: {
    title: 'dérive / couche',
    grows: 'explose',
    shrinks: 's’évanouit',
    label: 'Dérive par couche selon le gain',
  },
  badge: {
    software: 'sur le processeur',
    vectors:
      'Tous les cœurs calculent avec leurs vecteurs : il n’y a pas de carte graphique ici, ou elle n’a pas été demandée.',
    starting: 'Le moteur démarre',
    lost: 'Appareil perdu',
    broken: 'Pas de moteur',
    selfTest: { passed: 'autotest réussi', failed: 'autotest échoué' },
    checks: {
      logNorm: (difference, allowed) =>
        `ln Z contre TypeScript en float64 : plus grand écart ${difference} (permis ${allowed})`,
      invariant: (difference, allowed) =>
        `a·δ le long des couches : plus grande variation relative ${difference} (permise ${allowed})`,
    },
    devices: { processor: 'processeur', 'unnamed adapter': 'carte graphique sans nom' },
    names: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'Référence TypeScript' },
  },
  insights: {
    label: 'Ce que le bon gain ne corrige pas',
    alignment: 'Ce que le bon gain ne corrige pas : les directions s’alignent',
    stretch: 'Ce que le bon gain ne corrige pas : les longueurs s’écartent',
  },
  help: 'Qu’est-ce que c’est ?',
  table: {
    caption: 'Les figures en nombres',
    layer: 'couche',
    mean: 'moyenne de ln Z',
    variance: 'variance de ln Z',
  },
};
