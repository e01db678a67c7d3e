import { scalingNames } from '#engine/walk/protocol.ts';
import type { ParameterRows } from './parameter.ts';

/** The questions of the scale view, each a list of experiments. */
export const sweepNames = ['gain', 'width', 'map', 'budget', 'mean', 'widths', 'cures', 'error'] as const;

const largestOwnWidth = 4096;
const mostOwnLayers = 64;

/** The scale view. */
export const scaleRows = {
  sweep: {
    label: 'sweep',
    unit: '',
    default: 'gain',
    values: { kind: 'name', names: sweepNames },
    help: 'Which question the scale view asks: a list of experiments, measured one after another.',
    restarts: ['sweep'],
    hideable: true,
  },
  widths: {
    label: 'own widths',
    unit: '',
    default: [784, 512, 64, 512, 10],
    values: { kind: 'widths', high: largestOwnWidth, layers: mostOwnLayers },
    help: 'The widths of a network of your own, layer by layer, for the sweep of that name.',
    restarts: ['sweep'],
    hideable: true,
  },
  scaling: {
    label: 'scaling',
    unit: '',
    default: 'fanin',
    values: { kind: 'name', names: scalingNames },
    help: 'Whether the weights of your own widths are scaled by the width a layer receives from (fan-in) or sends to (fan-out).',
    restarts: ['sweep'],
    hideable: true,
  },
  budget: {
    label: 'parameters',
    unit: '',
    default: 1_000_000,
    values: { kind: 'whole', low: 1000, high: 1_000_000_000 },
    help: 'P, how many weights the budget sweep spends on depth or width: P is depth times width squared.',
    slider: {
      scale: { kind: 'log' },
      rounding: { digits: 2 },
      step: { kind: 'multiply', small: 1.1, large: 2 },
    },
    restarts: ['sweep'],
    hideable: true,
  },
} as const satisfies ParameterRows;
