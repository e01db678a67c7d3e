import type { Translated } from '#experiment/dictionary/translated.ts';
import { languages } from '#experiment/language.ts';
import type { choices as english, dataPhrases as englishPhrases } from '#ui/dictionary/en/choices.ts';

/** What the values of parameters are called, in German. */
export const choices: Translated<typeof english> = {
  f: {
    linear: 'linear',
    relu: 'ReLU',
    leaky: 'leaky ReLU',
    tanh: 'tanh',
    sigmoid: 'sigmoid',
    erf: 'erf',
    selu: 'SELU',
    gelu: 'GELU',
    swish: 'swish',
  },
  weights: { gaussian: 'normalverteilt', uniform: 'gleichverteilt', orthogonal: 'orthogonal', sign: '±1' },
  pass: {
    backward: 'Gradient (rückwärts)',
    forward: 'Aktivierung (vorwärts)',
    weights: 'Gewichtsgradient',
  },
  ensemble: { networks: 'je ein neues Netz', inputs: 'ein Netz für alle' },
  sampler: { matrices: 'echte Matrizen', free: 'ohne Matrix, exakt in Verteilung' },
  norm: { none: 'keine', rms: 'quadratisches Mittel (RMS)', layer: 'Schichtnorm (Layer Norm)' },
  scaling: { fanin: 'nach Fan-in', fanout: 'nach Fan-out' },
  lang: { auto: 'wie der Browser', ...languages },
  theme: { system: 'wie das System', light: 'hell', dark: 'dunkel', projector: 'Projektor' },
  data: {
    digits: 'gezeichnete Ziffern',
    mnist: 'MNIST',
    phones: 'Sprachlaute',
    spirals: 'Spiralen',
    own: 'eigene',
  },
  task: { classify: 'klassifizieren', encode: 'selbst kodieren' },
  optimizer: { sgd: 'SGD', momentum: 'SGD mit Momentum', adam: 'Adam' },
  gain: { auto: 'g*', paper: 'Paper', he: 'He', lecun: '1', wrong: 'g/N' },
};

/** What a sentence calls the data that a network learns. */
export const dataPhrases: Translated<typeof englishPhrases> = {
  digits: 'gezeichnete Ziffern',
  mnist: 'MNIST-Ziffern',
  phones: 'die Laute künstlicher Sprache',
  spirals: 'den Arm einer Spirale',
  own: 'eigene Daten',
};
