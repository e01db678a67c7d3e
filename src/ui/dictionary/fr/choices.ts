import type { Translated } from '#experiment/dictionary/translated.ts';
import { languages } from '#experiment/language.ts';
import type { choices as english, dataPhrases as englishPhrases } from '#ui/dictionary/en/choices.ts';

/** What the values of parameters are called, in French. */
export const choices: Translated<typeof english> = {
  f: {
    linear: 'linéaire',
    relu: 'ReLU',
    leaky: 'leaky ReLU',
    tanh: 'tanh',
    sigmoid: 'sigmoïde',
    erf: 'erf',
    selu: 'SELU',
    gelu: 'GELU',
    swish: 'swish',
  },
  weights: { gaussian: 'gaussiens', uniform: 'uniformes', orthogonal: 'orthogonaux', sign: '±1' },
  pass: {
    backward: 'gradient (vers l’arrière)',
    forward: 'activation (vers l’avant)',
    weights: 'gradient des poids',
  },
  ensemble: { networks: 'un réseau chacune', inputs: 'un réseau pour toutes' },
  sampler: { matrices: 'vraies matrices', free: 'sans matrice, exact en loi' },
  norm: {
    none: 'aucune',
    rms: 'moyenne quadratique (RMS)',
    layer: 'par couche (layer norm)',
  },
  scaling: { fanin: 'selon le fan-in', fanout: 'selon le fan-out' },
  lang: { auto: 'celle du navigateur', ...languages },
  theme: { system: 'système', light: 'clair', dark: 'sombre', projector: 'projecteur' },
  data: {
    digits: 'chiffres dessinés',
    mnist: 'MNIST',
    phones: 'sons de la parole',
    spirals: 'spirales',
    own: 'les miennes',
  },
  task: { classify: 'classer', encode: 'auto-encoder' },
  optimizer: { sgd: 'SGD', momentum: 'SGD avec inertie', adam: 'Adam' },
  gain: { auto: 'g*', paper: 'article', he: 'He', lecun: '1', wrong: 'g/N' },
};

/** What a sentence calls the data that a network learns. */
export const dataPhrases: Translated<typeof englishPhrases> = {
  digits: 'des chiffres dessinés',
  mnist: 'les chiffres de MNIST',
  phones: 'les sons d’une parole synthétique',
  spirals: 'le bras d’une spirale',
  own: 'vos propres données',
};
