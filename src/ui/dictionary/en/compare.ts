/** Words of what sets experiments against one another, in English. */
export const compare = {
  /** What an experiment that is compared with is called, by what it has other than the one on the page. */
  names: {
    same: 'the same',
    width: (text: string) => `${text} wide`,
    depth: (text: string) => `${text} deep`,
    walks: (text: string) => `${text} walks`,
    gain: (name: string, value: string) => `gain ${name} ${value}`,
    gainNumber: (value: string) => `gain ${value}`,
    other: (label: string, text: string) => `${label} ${text}`,
    tied: { 0: 'new matrices', 1: 'one matrix' },
    more: (count: number) => `${count} more`,
  },
  here: 'here',
  /** The sentence below the sentence. */
  typically: 'The norm is typically multiplied or divided by',
  typicallyThan: (factor: string, name: string) => `${factor} (${name})`,
  typicallyHere: (factor: string) => `${factor} here`,
  caption: 'Experiments side by side',
  columns: {
    name: 'experiment',
    drift: 'drift per layer',
    slope: 'variance per layer',
    factor: 'typical factor',
    within: 'within factor 10',
    dead: 'dead',
    walks: 'walks',
  },
  sortBy: (column: string) => `Sort by ${column}`,
  of: (count: string, all: string) => `${count} of ${all}`,
  open: 'Open',
  openHelp: (name: string) => `Open ${name}; the present experiment takes its place here`,
  remove: 'Remove',
  removeHelp: (name: string) => `Remove ${name} from the comparison`,
  save: 'Save as CSV',
  freeHelp:
    'Kept walks are made matrix-free where that is the same in law, with the same seed, wherever the link is opened.',
  presetsLabel: 'Compare with',
  presets: {
    gain: 'He’s gain or g*',
    nonlinearity: 'ReLU or linear',
    weights: 'Gaussian or orthogonal',
    tied: 'one matrix or new ones',
    shape: 'deep or wide at one budget',
  },
  full: 'Four are kept: remove one first.',
} as const;
