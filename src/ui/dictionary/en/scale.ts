import type { Experiment, SweepName } from '#experiment/experiment.ts';

type BySweep<T> = Readonly<Record<SweepName, T>>;

/** The words of the scale view in English. In sentences, `{f}` and its like are controls. */
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
    measured: 'measured',
    unmeasured: 'not measured yet',
    theory: { exact: 'exact', approximate: 'approximate' },
    off: (count: string) => `${count} standard errors off`,
    walks: (walks: number, dead: number) => (dead > 0 ? `${walks} walks, ${dead} dead` : `${walks} walks`),
  },
  failed: (message: string) =>
    `The sweep broke off: ${message} What was measured is kept; Resume goes on with the rest.`,
  table: {
    caption: 'The figures as numbers',
    columns: {
      gain: 'gain',
      layer: 'layer',
      depth: 'depth',
      width: 'width',
      walks: 'walks',
      dead: 'dead walks',
      drift: 'drift per layer',
      driftError: 'its standard error',
      driftTheory: 'drift per layer, theory',
      gainError: 'its standard error',
      gainTheory: 'g*, theory',
      gainPaper: 'the paper’s formula',
      variance: 'variance of ln Z',
      varianceError: 'its standard error',
      varianceTheory: 'variance of ln Z, theory',
      varianceLeading: 'to leading order',
      within: 'share within a factor of 10',
      withinError: 'its standard error',
      withinTheory: 'share within a factor of 10, theory',
      mean: 'mean of ln Z',
      meanError: 'its standard error',
      meanTheory: 'mean of ln Z, theory',
      median: 'median of ln Z',
      medianTheory: 'median of ln Z, theory',
      medianWalks: 'walks behind the median',
      logMeanOfZ: 'ln of the sample mean of Z',
      logMeanOfZTheory: 'ln of the mean of Z, theory',
      share: 'share of the step',
      steps: 'steps',
      loss: 'training loss',
      error: 'training error',
      diverged: 'diverged',
    } as Readonly<Record<string, string>>,
    none: '–',
  },
  sentence: {
    gain: (a: string) =>
      `In ${a} {f} network {depth} layers deep and {width} wide, every layer shrinks or grows the gradient, as the gain has it.`,
    width: (a: string) =>
      `What gain keeps the gradient of ${a} {f} network, when the layers are narrow and when they are wide?`,
    map: () => `With {f} units, how far does one network’s gradient stray, at every depth and width?`,
    budget: () => `{budget} weights make a {f} network wide or deep; which keeps its gradient?`,
    mean: (a: string) =>
      `In ${a} {f} network {depth} layers deep and {width} wide, the mean of Z and a typical Z part.`,
    widths: (a: string) => `In ${a} {f} network of widths of your own, which layer makes the gradient wild?`,
    error: () => `{f} networks {width} wide, trained on {data}: which gain lets which depth learn?`,
  } satisfies BySweep<(article: string) => string>,
  outcome: {
    gain: (best: string, kind: 'exact' | 'approximate' | 'sampled', measured: string) =>
      `It stands still at g* = ${best} ${{ exact: 'by exact theory', approximate: 'by approximate theory', sampled: 'as a search by walks found' }[kind]}${measured === '' ? '' : `, at ${measured} as measured here`}.`,
    gainHe: (factor: string) => ` With He’s gain the typical norm comes to ${factor} of its size`,
    gainWrong: (factor: string) =>
      `; with the variance 1/N mistaken for a standard deviation, to ${factor} of it.`,
    width: (kind: 'exact' | 'approximate', narrow: string, narrowN: number, wide: string, wideN: number) =>
      `By ${kind} theory ${narrow} at width ${narrowN} and ${wide} at width ${wideN}.`,
    paper: (most: string, mostN: number, least: string, leastN: number) =>
      ` The paper’s formula is ${most} off at width ${mostN} and ${least} at width ${leastN}.`,
    map: (coefficient: string) =>
      `To leading order only the ratio counts: Var ln Z is ${coefficient} times depth over width.`,
    mapPlain: 'The ratio of depth to width counts most.',
    agree: (within: number, of: number) =>
      ` Of ${of} measured cells ${within} lie within two standard errors of exact theory.`,
    budget: (shallow: string, deep: string) =>
      `${shallow}; ${deep}. Spent on depth, the same budget strays further: Var ln Z grows like D√D.`,
    budgetShape: (depth: number, width: number, factor: string) =>
      `In ${depth} layers of ${width} one network’s gradient is typically multiplied or divided by ${factor}`,
    budgetDeep: (depth: number, width: number, factor: string) =>
      `in ${depth} layers of ${width} by ${factor}`,
    budgetNone: 'No depth of 2 to 1000 fits this budget with layers of 4 to 1024.',
    mean: (mean: string, typical: string) =>
      `With He’s gain the mean of Z is ${mean}, while a typical one is ${typical}.`,
    meanPlain: (typical: string) => `With He’s gain a typical Z is ${typical}; its mean has no formula here.`,
    meanBest: (mean: string) => ` At g* a typical Z is 1, and the mean is ${mean}.`,
    meanSample: (walks: string, he: string, best: string) =>
      ` Averages over ${walks} walks say ${he} and ${best}: rare, huge gradients make the mean, and an average sees few of them.`,
    widths: (gain: string, exact: string, width: number, share: string) =>
      `With gain ${gain}, Var ln Z comes to ${exact}, exact; ${share} of it is made by width ${width}.`,
    widthsPlain: (gain: string) => `With gain ${gain}; no exact law is known for this nonlinearity.`,
    widthsMeasured: (measured: string) => ` Measured: ${measured}.`,
    widthsSquare: (square: number) => ` A square network ${square} wide is about as wild.`,
    error: (error: string, gain: string, depth: number) =>
      `The smallest error so far is ${error}, with gain ${gain} and ${depth} layers.`,
    errorPending: 'Every cell is a network trained for a few steps.',
    errorLimits: (steps: number, depth: number) => ` At most ${steps} steps and ${depth} layers here.`,
  },
  data: { digits: 'drawn digits', mnist: 'MNIST', spirals: 'spirals' } satisfies Readonly<
    Record<Experiment['data'], string>
  >,
  figures: {
    gain: {
      title: { wide: 'Drift of the log-norm', narrow: 'Around zero, magnified' },
      x: 'gain (log scale)',
      y: 'ln Z a layer',
      theory: { exact: 'exact', approximate: 'approximate' },
      where: (gain: string) => `gain ${gain}`,
      names: {
        auto: 'g*',
        paper: 'paper',
        he: 'He',
        lecun: 'LeCun, Glorot',
        wrong: '1/N read as a deviation',
      },
    },
    width: {
      title: 'g*, the gain of no drift',
      y: 'gain',
      x: 'width N (log scale)',
      theory: { exact: 'exact', approximate: 'approximate' },
      paper: 'the paper’s formula',
      difference: {
        exact: 'Off the exact g*, magnified',
        approximate: 'Off the approximate g*, magnified',
      },
      percent: 'per cent, logarithmic beyond ±0.05',
      where: (width: number, depth: number) => `g* at width ${width}, over ${depth} layers`,
    },
    map: {
      quantity: {
        variance: 'Var ln Z, how far one network’s gradient strays',
        within: 'Share of gradients that end within a factor of 10',
      },
      switchLabel: 'shown',
      switches: { variance: 'Var ln Z', within: 'share within a factor of 10' },
      x: 'depth D (log scale)',
      y: 'width N (log scale)',
      shades: {
        variance: { light: 'Var 0.1', dark: '1000' },
        within: { light: 'all within', dark: 'none' },
      },
      key: 'A field is exact theory; the framed plate in it is measured, on the same scale of shades.',
      contour: (ratio: string) => `D/N = ${ratio}`,
      where: (depth: number, width: number) => `${depth} layers of ${width}`,
    },
    budget: {
      title: 'Var ln Z of a fixed number of weights',
      y: 'Var ln Z (log scale)',
      x: 'depth D that the budget is spent on (log scale)',
      theory: { exact: 'exact', approximate: 'approximate' },
      leading: 'c D√D/√P',
      share: 'Share within a factor of 10',
    },
    mean: {
      title: 'Mean against typical',
      y: 'Z (log scale)',
      x: 'layers back from the output',
      rules: { he: 'He’s gain', auto: 'g*' },
      curves: {
        he: { mean: 'mean of Z, He', typical: 'typical Z, He' },
        auto: { mean: 'mean of Z, g*', typical: 'typical Z, g*' },
      },
      sample: (walks: string) => `average of ${walks} walks`,
      runningTitle: 'The average of Z as walks come in',
      walks: 'walks (log scale)',
      running: {
        he: { exact: 'mean, He', sample: 'average, He' },
        auto: { exact: 'mean, g*', sample: 'average, g*' },
      },
      readout: ({ rule, layer, mean, theory, median, sample }: MeanReadout) =>
        `${rule}, layer ${layer}: mean of ln Z measured ${mean}, theory ${theory}; median of ln Z ${median}; average of Z ${sample}`,
    },
    widths: {
      title: 'Var ln Z, layer by layer',
      steps: 'What each step adds',
      x: 'width of the layer that the step lands in, from the output back',
      y: 'Var ln Z',
      stepY: 'variance of the step',
      exact: 'exact',
      bottleneck: (width: number, share: string) => `width ${width}: ${share} of it`,
      where: (layer: number, width: number) => `${layer} layers back, landing in ${width} units`,
    },
    error: {
      title: {
        classify: 'Training error after a few steps',
        encode: 'Error against the best constant answer',
      },
      x: 'gain (log scale)',
      y: 'depth D (log scale)',
      light: 'no error',
      dark: { classify: 'chance', encode: 'no better than constant' },
      ridge: 'g*',
      diverged: 'diverged',
      readout: ({ gain, depth, error, loss, steps }: ErrorReadout) =>
        error === ''
          ? `gain ${gain}, ${depth} layers: not trained yet`
          : `gain ${gain}, ${depth} layers: ${error} after ${steps} steps${loss === '' ? '' : `, loss ${loss}`}`,
    },
  },
} as const;

export interface MeanReadout {
  readonly rule: string;
  readonly layer: number;
  readonly mean: string;
  readonly theory: string;
  readonly median: string;
  readonly sample: string;
}

export interface ErrorReadout {
  readonly gain: string;
  readonly depth: number;
  readonly error: string;
  readonly loss: string;
  readonly steps: number;
}
