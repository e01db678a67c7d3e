import type { Experiment, SweepName } from '#state/experiment.ts';

type BySweep<T> = Readonly<Record<SweepName, T>>;

/** The words of the scale view in English. In sentences, `{f}` and its like are controls. */
export const scaleEn = {
  sweepLabel: 'question',
  actions: {
    run: 'Run',
    cancel: 'Cancel',
    resume: 'Resume',
    restart: 'Restart',
    restartHelp: 'Measure every point afresh, with the same seed',
  },
  progress: {
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
      `In ${a} {f} network {depth} layers deep and {width} wide, a gradient that travels back grows or shrinks a little in every layer, as the gain has it.`,
    width: (a: string) =>
      `What gain keeps the gradient of ${a} {f} network, when the layers are narrow and when they are wide?`,
    map: () =>
      `With {f} units and gain {gain}, how far does one network’s gradient stray, at every depth and width?`,
    budget: () => `{budget} weights make a {f} network wide or deep; which keeps its gradient?`,
    mean: (a: string) =>
      `In ${a} {f} network {depth} layers deep and {width} wide, the mean of Z and a typical Z part.`,
    widths: (a: string) =>
      `${a === 'an' ? 'An' : 'A'} {f} network of widths of your own: which layer makes its gradient wild?`,
    error: () => `{f} networks {width} wide, trained on {data}: which gain lets which depth learn?`,
  } satisfies BySweep<(article: string) => string>,
  outcome: {
    gain: (best: string, kind: 'exact' | 'approximate', measured: string) =>
      `It stands still at g* = ${best} by ${kind} theory${measured === '' ? '' : `, at ${measured} as measured`}.`,
    gainHe: (factor: string) => ` With He’s gain the typical norm comes to ${factor} of its size`,
    gainWrong: (factor: string) =>
      `; with the variance 1/N mistaken for a standard deviation, to ${factor} of it.`,
    width: (kind: 'exact' | 'approximate', narrow: string, narrowN: number, wide: string, wideN: number) =>
      `By ${kind} theory ${narrow} at N = ${narrowN} and ${wide} at N = ${wideN}.`,
    paper: (most: string, mostN: number, least: string, leastN: number) =>
      ` The paper’s formula is ${most} off at N = ${mostN} and ${least} at N = ${leastN}.`,
    map: (coefficient: string) =>
      `To leading order only the ratio counts: Var ln Z is ${coefficient} times depth over width.`,
    mapPlain: 'The ratio of depth to width counts most.',
    agree: (within: number, of: number) =>
      ` Of ${of} measured cells ${within} lie within two standard errors of exact theory.`,
    budget: (shallow: string, deep: string) =>
      `${shallow}; ${deep}. The same budget spent on depth strays further: Var ln Z grows like D^(3/2).`,
    budgetShape: (depth: number, width: number, factor: string) =>
      `On ${depth} layers of ${width} a norm is typically multiplied or divided by ${factor}`,
    budgetNone: 'No depth of 2 to 1000 fits this budget with layers of 4 to 1024.',
    mean: (mean: string, typical: string) =>
      `With He’s gain the mean of Z is ${mean}, while a typical one is ${typical}.`,
    meanBest: (mean: string) => ` At g* a typical Z is 1, and the mean is ${mean}.`,
    meanSample: (walks: string, he: string, best: string) =>
      ` The averages of ${walks} walks say ${he} and ${best}: rare, huge networks rule them.`,
    widths: (variance: string, kind: 'exact' | 'approximate', share: string, width: number) =>
      `Var ln Z is ${variance} by ${kind} theory; ${share} of it comes from the layers of ${width}.`,
    error: (error: string, gain: string, depth: number) =>
      `The smallest error so far is ${error}, with gain ${gain} and ${depth} layers.`,
    errorPending: 'Every cell is a network trained for a few steps.',
    errorLimits: (steps: number, depth: number) => ` At most ${steps} steps and ${depth} layers here.`,
    best: 'Z = ',
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
  },
} as const;
