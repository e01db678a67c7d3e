import { networkRows } from '#experiment/schema/networkRows.ts';
import { pageRows } from '#experiment/schema/pageRows.ts';
import type { ParameterRows } from '#experiment/schema/parameter.ts';
import { scaleRows } from '#experiment/schema/scaleRows.ts';
import { trainRows } from '#experiment/schema/trainRows.ts';

export const viewNames = ['walk', 'train', 'scale', 'learn', 'findings'] as const;

const controlRows = { ...networkRows, ...trainRows, ...scaleRows };
type ControlRows = typeof controlRows;

/** Parameters whose control a link may leave out. */
type HideableControl = {
  [K in keyof ControlRows]: ControlRows[K] extends { hideable: true } ? K : never;
}[keyof ControlRows];

const isHideableControl = (key: string): key is HideableControl =>
  Object.entries(controlRows).some(([name, row]) => name === key && 'hideable' in row);

/** Parts of the page that a link may leave out, and that are no controls of an experiment. */
export const hideableParts = {
  frame: ['run', 'tabs', 'theme', 'share', 'badge'],
  panels: ['sentence', 'readouts', 'variance', 'end', 'table'],
} as const;

/** What a link may hide from a class. */
export const hideableNames = [
  ...Object.keys(controlRows).filter(isHideableControl),
  ...hideableParts.frame,
  ...hideableParts.panels,
];

/**
 * The one table of what the user can choose, in the order of the link. Whatever else knows of parameters is a view of it:
 * the type of an experiment, defaults, link, file, README, sliders, what can be hidden, the engines' settings, tests.
 */
export const schema = {
  v: {
    label: 'link version',
    unit: '',
    default: 1,
    values: { kind: 'whole', low: 1, high: 1_000_000 },
    help: 'Version of the link’s schema; a newer one opens with what this app understands.',
    restarts: [],
  },
  view: {
    label: 'view',
    unit: '',
    default: 'walk',
    values: { kind: 'name', names: viewNames },
    help: 'Which page the link opens.',
    restarts: [],
  },
  ...controlRows,
  ...pageRows,
  pins: {
    label: 'compared with',
    unit: '',
    default: [],
    values: { kind: 'pins', most: 4 },
    help: 'Up to four experiments to compare with, each as what differs from this one.',
    restarts: [],
  },
  hide: {
    label: 'hidden',
    unit: '',
    default: [],
    values: { kind: 'names', names: hideableNames },
    help: 'What a class should not touch or see: controls and panels left out of the page.',
    restarts: [],
    isKeptByLessons: true,
  },
  run: {
    label: 'run at once',
    unit: '',
    default: 1,
    values: { kind: 'whole', low: 0, high: 1 },
    help: '1 runs as soon as the link is opened or a setting changes, 0 waits for Run.',
    restarts: [],
  },
} as const satisfies ParameterRows;
