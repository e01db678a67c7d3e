import { plural } from '#experiment/dictionary/de/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { findings as english } from '#ui/dictionary/en/findings/findings.ts';

/** Every word of the findings view that belongs to no question, in German. */
export const findings: Translated<typeof english> = {
  nav: 'Fragen',
  of: (question, all) => `Frage ${question} von ${all}`,
  figureLabel: 'Abbildung',
  dataLabel: 'Daten',
  expectedLead: 'Erwartet:',
  open: 'Das beste davon hier trainieren',
  hint: 'Jeder Punkt ist das Mittel über Seeds mit seinem Standardfehler; er öffnet das Experiment.',
  none: 'keine',
  best: 'g*',
  layers: (depth) => `${depth} Schichten`,
  steps: (count) => `${count} Schritte`,
  readout: (series, where, value, read, asked) =>
    `${series}, ${where}: ${value}, ${read === asked ? `${asked} ${plural(asked, 'Training', 'Trainings')}` : `erreicht von ${read} von ${asked} Trainings`}`,
  where: {
    push: (push) => `ln Z um ${push} verschoben`,
    depth: (depth) => `${depth} Schichten`,
    factor: (factor) => `${factor}-mal Hes Gain`,
  },
  axes: {
    push: 'wie weit der Gain ln Z über alle Schichten verschiebt, D ln (g/g*)²',
    depth: 'verborgene Schichten',
    factor: 'Gain durch Hes',
    error: 'Trainingsfehler, Anteil falscher Antworten',
    squaredError: 'quadratischer Fehler durch den der besten konstanten Antwort',
    steps: 'Schritte, bis der Loss halb so groß ist wie beim Raten',
  },
  series: {
    relu: 'ReLU',
    tanh: 'tanh',
    orthogonal: 'orthogonales tanh',
    plain: 'einfach',
    branches: 'Zweige, α = 1',
    rootBranches: 'Zweige, α = 1/√D',
    rms: 'RMS-Norm',
    layer: 'Schichtnorm',
    both: 'Zweige und Schichtnorm',
    tied: 'eine Matrix',
    untied: 'neue Matrizen',
  },
  choices: {
    orthogonal: 'orthogonales tanh',
    tanh: 'tanh, normalverteilt',
    relu: 'ReLU, normalverteilt',
    depth: 'über der Tiefe',
    gain: 'über dem Gain',
  },
  ranTitle: 'Wie es gemacht wurde',
  ran: ({ trainings, diverged, unchecked, seeds, isSmall, seconds, machines }) =>
    `${trainings} Trainings${isSmall ? ' in der kleinen Größe' : ''}, ${seeds} Seeds, in ${Math.round(seconds / 60)} Minuten einer Maschine, die auch anderes zu tun hatte (${machines.join('; ')}). ${diverged} verließen float32; bei ${unchecked} scheiterte die Prüfung am Ende, weil kleine Rundungsfehler groß wurden. Breite 32, Batch 32, einfacher SGD mit der Lernrate, die jedes Netz für sich fand, wo die Frage nichts anderes sagt. Die Läufe stehen in docs/experiments des Repositorys; npm run experiments macht sie noch einmal.`,
};
