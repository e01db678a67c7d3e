import { plural } from '#experiment/dictionary/en/numbers.ts';
import type { Lineage } from '#run/questions/lineage.ts';

/** Every word of the findings view that belongs to no question, in English. */
export const findings = {
  nav: 'Questions',
  of: (question: number, all: number) => `Question ${question} of ${all}`,
  figureLabel: 'Figure',
  dataLabel: 'Data',
  expectedLead: 'Expected:',
  open: 'Train the best of them here',
  hint: 'Each point is the mean over seeds, with its standard error; it opens the experiment.',
  none: 'none',
  best: 'g*',
  layers: (depth: number) => `${depth} layers`,
  steps: (count: string) => `${count} steps`,
  /** What a point says. */
  readout: (series: string, where: string, value: string, read: number, asked: number) =>
    `${series}, ${where}: ${value}, ${read === asked ? `${asked} ${plural(asked, 'training', 'trainings')}` : `reached by ${read} of ${asked} trainings`}`,
  where: {
    push: (push: string) => `ln Z pushed by ${push}`,
    depth: (depth: string) => `${depth} layers`,
    factor: (factor: string) => `${factor} times He’s gain`,
  },
  axes: {
    push: 'how far the gain pushes ln Z over all layers, D ln (g/g*)²',
    depth: 'hidden layers',
    factor: 'gain over He’s',
    error: 'training error, share of wrong answers',
    squaredError: 'squared error over that of the best constant answer',
    steps: 'steps until the loss is half of guessing’s',
  },
  /** Names of the curves. */
  series: {
    relu: 'ReLU',
    tanh: 'tanh',
    orthogonal: 'tanh, orthogonal',
    plain: 'plain',
    branches: 'branches, α = 1',
    rootBranches: 'branches, α = 1/√D',
    rms: 'RMS norm',
    layer: 'layer norm',
    both: 'branches and layer norm',
    tied: 'one matrix',
    untied: 'new matrices',
  } as Readonly<Record<string, string>>,
  /** What chooses a figure. */
  choices: {
    orthogonal: 'tanh, orthogonal',
    tanh: 'tanh, Gaussian',
    relu: 'ReLU, Gaussian',
    depth: 'over depth',
    gain: 'over gain',
  } as Readonly<Record<string, string>>,
  ranTitle: 'How it was made',
  ran: ({ trainings, diverged, unchecked, seeds, isSmall, seconds, machines }: Lineage) =>
    `${trainings} trainings${isSmall ? ' at the small size' : ''}, ${seeds} seeds, in ${Math.round(seconds / 60)} minutes of a machine that had other work too (${machines.join('; ')}). ${diverged} left float32; of ${unchecked} the check at the end failed, as small errors of rounding had become large. Width 32, batch 32, plain SGD at the rate that each network found for itself, where the question does not say otherwise. The runs are docs/experiments of the repository; npm run experiments makes them again.`,
} as const;
