import { columns, sweeps } from './sweeps.ts';

/** The words of the scale view in English. */
export const scale = {
  sweepLabel: 'question',
  actions: {
    run: 'Run',
    cancel: 'Cancel',
    resume: 'Resume',
    restart: 'Restart',
    restartHelp: 'Measure every point afresh, with the same seed',
  },
  progress: {
    label: 'Points measured',
    waiting: 'Waiting for Run',
    points: (done: number, of: number) => `${done} of ${of} points`,
    remaining: (time: string) => `about ${time} left`,
    took: (time: string) => `in ${time}`,
    cancelled: 'cancelled; Resume measures the rest',
    failed: 'The sweep failed',
    sampler: {
      matrices: 'real matrices',
      free: 'matrix-free walks, exact in law',
      training: 'training',
    },
    fewer: 'wide and deep points have fewer walks, for time',
    fewerUnlessFree:
      'wide and deep points have fewer walks, for time; the matrix-free sampler makes all in seconds',
  },
  hint: 'Point at a measurement to read it; open it to see its walks.',
  readout: {
    at: (where: string, said: string) => `${where}: ${said}`,
    measured: 'measured',
    unmeasured: 'not measured yet',
    theory: {
      exact: 'exact',
      'order-1/N': 'to order 1/N',
      'two-number': 'two numbers',
      'leading-order': 'to leading order',
    },
    off: (count: string) => `${count} standard errors off`,
    walks: (walks: number, dead: number) => (dead > 0 ? `${walks} walks, ${dead} dead` : `${walks} walks`),
  },
  failed: (message: string) =>
    `The sweep broke off: ${message} What was measured is kept; Resume goes on with the rest.`,
  switchLabel: 'shown',
  columns,
  sweeps,
} as const;
