import type { ParametersDictionary } from '#ui/dictionary/parameterText.ts';

/** The parameter table's words in French. */
export const parameters: ParametersDictionary = {
  v: {
    label: 'version du lien',
    unit: '',
    help: 'Version du schéma du lien ; un lien plus récent s’ouvre avec ce que cette application comprend.',
  },
  view: { label: 'vue', unit: '', help: 'La page que le lien ouvre.' },
  f: {
    label: 'non-linéarité',
    unit: '',
    help: 'La fonction f que chaque unité cachée applique à sa préactivation.',
  },
  depth: {
    label: 'profondeur',
    unit: 'couches',
    help: 'D, le nombre de couches que le gradient traverse.',
  },
  width: {
    label: 'largeur',
    unit: 'unités',
    help: 'N, le nombre d’unités de chaque couche. Le fan-in d’une couche est sa largeur.',
  },
  gain: {
    label: 'gain',
    unit: '',
    help: 'g, le facteur devant chaque matrice de poids. Chaque poids a pour variance g²/N.',
  },
  weights: {
    label: 'poids',
    unit: '',
    help: 'La loi dont les poids sont tirés à l’initialisation.',
  },
  pass: {
    label: 'propagation',
    unit: '',
    help: 'Ce dont on suit la log-norme : le gradient (vers l’arrière), l’activation (vers l’avant), ou le gradient des poids de chaque couche.',
  },
  ensemble: {
    label: 'ensemble',
    unit: '',
    help: 'Un nouveau réseau pour chaque marche, ou un seul réseau avec une nouvelle entrée et une nouvelle erreur pour chaque marche.',
  },
  sampler: {
    label: 'tirage',
    unit: '',
    help: 'De vraies matrices, ou leur loi exacte sans matrice : les mêmes marches en loi, à un coût qui croît comme la largeur et non comme son carré.',
  },
  walks: {
    label: 'marches',
    unit: '',
    help: 'Le nombre de marches. Les barres d’erreur diminuent comme la racine de ce nombre.',
  },
  input: {
    label: 'échelle d’entrée',
    unit: '',
    help: 's, l’écart type des premières préactivations.',
  },
  bias: {
    label: 'biais',
    unit: '',
    help: 'L’écart type des biais aléatoires ; 0 pour aucun.',
  },
  residual: {
    label: 'branche résiduelle',
    unit: '',
    help: 'Alpha, le poids de chaque branche dans h + alpha f(a) ; 0 pour un réseau simple, sans branches résiduelles.',
  },
  tied: {
    label: 'poids partagés',
    unit: '',
    help: '1 pour un réseau récurrent : la même matrice de poids et les mêmes biais à chaque couche. 0 pour de nouveaux à chaque couche.',
  },
  contrast: {
    label: 'neufs et partagés',
    unit: '',
    help: '1 superpose des marches à poids neufs et à poids partagés.',
  },
  norm: {
    label: 'normalisation',
    unit: '',
    help: 'Ce par quoi les activations sont divisées avant la matrice : rien, leur moyenne quadratique ou, une fois leur moyenne ôtée, leur écart type. Sans échelle apprise.',
  },
  seed: {
    label: 'graine',
    unit: '',
    help: 'L’origine de tous les nombres aléatoires : la même graine donne les mêmes marches.',
  },
  data: {
    label: 'données',
    unit: '',
    help: 'Ce sur quoi le réseau est entraîné : des chiffres que l’application dessine elle-même, les vrais chiffres de MNIST, les sons d’une parole synthétique, les points de trois spirales, ou vos propres fichiers.',
  },
  own: {
    label: 'mes données',
    unit: '',
    help: 'Lequel de vos jeux de données data=own désigne. Les fichiers restent dans le navigateur qui les a lus ; ailleurs, le lien dit lesquels c’étaient.',
  },
  task: {
    label: 'tâche',
    unit: '',
    help: 'Nommer la classe d’une entrée, ou faire passer l’entrée par le réseau et la restituer.',
  },
  batch: {
    label: 'lot',
    unit: 'exemples',
    help: 'Le nombre d’exemples sur lesquels le gradient d’un pas est moyenné.',
  },
  rate: {
    label: 'taux d’apprentissage',
    unit: '',
    help: 'De combien un pas suit le gradient ; les réseaux profonds n’en supportent que de petits. auto : cherché pour ce réseau avant le premier pas, et abaissé si la perte sort de ce qu’il permet.',
  },
  momentum: {
    label: 'inertie',
    unit: '',
    help: 'La part de la dernière mise à jour que garde la suivante (momentum) ; pour Adam, celle du gradient moyen, où 0 signifie la valeur usuelle 0,9.',
  },
  optimizer: {
    label: 'optimiseur',
    unit: '',
    help: 'Comment un gradient devient un pas : descente de gradient stochastique simple, avec inertie, ou Adam.',
  },
  decay: {
    label: 'décroissance du taux',
    unit: 'par 1000 pas',
    help: 'Le facteur dont le taux d’apprentissage décroît en 1000 pas ; 1 le laisse tel quel.',
  },
  steps: {
    label: 'pas',
    unit: '',
    help: 'Le nombre de mini-lots sur lesquels le réseau est entraîné.',
  },
  outgain: {
    label: 'gain de sortie',
    unit: '',
    help: 'Le gain de la couche de sortie ; un petit rend les premières erreurs indépendantes du réseau.',
  },
  sweep: {
    label: 'série de mesures',
    unit: '',
    help: 'La question que pose la vue Échelles : une liste d’expériences, mesurées l’une après l’autre.',
  },
  widths: {
    label: 'largeurs à vous',
    unit: '',
    help: 'Les largeurs d’un réseau à vous, couche par couche, pour la série de ce nom.',
  },
  scaling: {
    label: 'mise à l’échelle',
    unit: '',
    help: 'Selon quelle largeur les poids de vos propres couches sont réduits : celle d’où une couche reçoit (fan-in) ou celle vers laquelle elle envoie (fan-out).',
  },
  budget: {
    label: 'paramètres',
    unit: '',
    help: 'P, le nombre de poids que la série du budget dépense en profondeur ou en largeur : P est la profondeur fois le carré de la largeur.',
  },
  lesson: { label: 'leçon', unit: '', help: 'La leçon que montre la vue Apprendre.' },
  question: {
    label: 'question',
    unit: '',
    help: 'À laquelle des questions répond la vue des résultats ; data dit sur quelles données.',
  },
  backend: {
    label: 'backend',
    unit: '',
    help: 'Ce qui calcule ; auto prend WebGPU là où le navigateur l’a et, pour l’entraînement, ce qui est le plus rapide ici.',
  },
  theme: {
    label: 'couleurs',
    unit: '',
    help: 'Couleurs et épaisseurs de trait : papier, sombre, ou pour un projecteur.',
  },
  lang: {
    label: 'langue',
    unit: '',
    help: 'La langue de la page ; auto prend la première de celles du navigateur que la page parle.',
  },
  embed: {
    label: 'intégrée',
    unit: '',
    help: '1 pour une page à l’intérieur d’une autre : immobile tant qu’on ne la voit pas, sans en-tête, pilotée par messages.',
  },
  pins: {
    label: 'comparé à',
    unit: '',
    help: 'Jusqu’à quatre expériences à comparer, chacune par ce qui la distingue.',
  },
  hide: {
    label: 'caché',
    unit: '',
    help: 'Ce qu’une classe ne doit ni toucher ni voir : réglages et panneaux absents de la page.',
  },
  run: {
    label: 'lancer aussitôt',
    unit: '',
    help: '1 lance dès que le lien s’ouvre ou qu’un réglage change ; 0 attend Lancer.',
  },
};
