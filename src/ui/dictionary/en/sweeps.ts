import type { SweepName } from '#experiment/experiment.ts';

/** The words of one sweep. */
interface SweepWords {
  /** What is asked; `{f}` and its like are controls, `{a}` is the article before `{f}`. */
  readonly sentence: string;
  /** Phrases that its definition names by their keys, with values in `{}`. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** What the columns of all sweeps' tables are called, in English. */
export const columns = {
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
};

/** The words of every sweep in English. */
export const sweeps = {
  gain: {
    sentence:
      'In {a} {f} network {depth} layers deep and {width} wide, every layer shrinks or grows the gradient, as the gain has it.',
    phrases: {
      bestExact: 'It stands still at g* = {gain} by exact theory',
      bestApproximate: 'It stands still at g* = {gain} by approximate theory',
      bestSampled: 'It stands still at g* = {gain} as a search by walks found',
      bestMeasured: ', at {gain} as measured here',
      heNorm: '. With He’s gain the typical norm comes to {factor} of its size',
      wrongNorm: '; with the variance 1/N mistaken for a standard deviation, to {factor} of it.',
      wide: 'Drift of the log-norm',
      narrow: 'Around zero, magnified',
      x: 'gain (log scale)',
      y: 'ln Z a layer',
      exact: 'exact',
      approximate: 'approximate',
      where: 'gain {gain}',
      auto: 'g*',
      paper: 'paper',
      he: 'He',
      lecun: 'LeCun, Glorot',
      wrong: '1/N read as a deviation',
    },
  },
  width: {
    sentence:
      'What gain keeps the gradient of {a} {f} network, when the layers are narrow and when they are wide?',
    phrases: {
      outcomeExact: 'By exact theory {narrow} at width {narrowN} and {wide} at width {wideN}.',
      outcomeApproximate: 'By approximate theory {narrow} at width {narrowN} and {wide} at width {wideN}.',
      paperOff: ' The paper’s formula is {most} off at width {mostN} and {least} at width {leastN}.',
      title: 'g*, the gain of no drift',
      y: 'gain',
      x: 'width N (log scale)',
      exact: 'exact',
      approximate: 'approximate',
      paper: 'the paper’s formula',
      differenceExact: 'Off the exact g*, magnified',
      differenceApproximate: 'Off the approximate g*, magnified',
      percent: 'per cent, logarithmic beyond ±0.05',
      where: 'g* at width {width}, over {depth} layers',
    },
  },
  map: {
    sentence: 'With {f} units, how far does one network’s gradient stray, at every depth and width?',
    phrases: {
      ratio: 'To leading order only the ratio counts: Var ln Z is {coefficient} times depth over width.',
      ratioCounts: 'The ratio of depth to width counts most.',
      agree: ' Of {of} measured cells {within} lie within two standard errors of exact theory.',
      variance: 'Var ln Z, how far one network’s gradient strays',
      within: 'Share of gradients that end within a factor of 10',
      switchVariance: 'Var ln Z',
      switchWithin: 'share within a factor of 10',
      key: 'A field is exact theory; the framed plate in it is measured, on the same scale of shades.',
      x: 'depth D (log scale)',
      y: 'width N (log scale)',
      lightVariance: 'Var 0.1',
      darkVariance: '1000',
      lightWithin: 'all within',
      darkWithin: 'none',
      contour: 'D/N = {x}',
      where: '{depth} layers of {width}',
    },
  },
  budget: {
    sentence: '{budget} weights make a {f} network wide or deep; which keeps its gradient?',
    phrases: {
      shallow:
        'In {depth} layers of {width} one network’s gradient is typically multiplied or divided by {factor}; ',
      deep: 'in {depth} layers of {width} by {factor}. Spent on depth, the same budget strays further: Var ln Z grows like D√D.',
      title: 'Var ln Z of a fixed number of weights',
      share: 'Share within a factor of 10',
      y: 'Var ln Z (log scale)',
      x: 'depth D that the budget is spent on (log scale)',
      exact: 'exact',
      approximate: 'approximate',
      leading: 'c D√D/√P',
      where: '{depth} layers of {width}',
    },
  },
  mean: {
    sentence:
      'In {a} {f} network {depth} layers deep and {width} wide, the mean of Z and a typical Z part.',
    phrases: {
      outcome: 'With He’s gain the mean of Z is {mean}, while a typical one is {typical}.',
      typicalOnly: 'With He’s gain a typical Z is {typical}; its mean has no formula here.',
      outcomeBest: ' At g* a typical Z is 1, and the mean is {mean}.',
      outcomeSample:
        ' Averages over {walks} walks say {he} and {best}: rare, huge gradients make the mean, and an average sees few of them.',
      title: 'Mean against typical',
      y: 'Z (log scale)',
      x: 'layers back from the output',
      heMean: 'mean of Z, He',
      heTypical: 'typical Z, He',
      bestMean: 'mean of Z, g*',
      bestTypical: 'typical Z, g*',
      sample: 'average of {walks} walks',
      running: 'The average of Z as walks come in',
      walks: 'walks (log scale)',
      heRunningMean: 'mean, He',
      heRunningSample: 'average, He',
      bestRunningMean: 'mean, g*',
      bestRunningSample: 'average, g*',
      heReading:
        'He’s gain, layer {layer}: mean of ln Z measured {mean}, theory {theory}; median of ln Z {median}; average of Z {sample}',
      bestReading:
        'g*, layer {layer}: mean of ln Z measured {mean}, theory {theory}; median of ln Z {median}; average of Z {sample}',
    },
  },
  widths: {
    sentence: 'In {a} {f} network of widths of your own, which layer makes the gradient wild?',
    phrases: {
      outcome:
        'With gain {gain}, Var ln Z comes to {exact}, exact; {share} of it is made by width {width}.',
      outcomePlain: 'With gain {gain}; no exact law is known for this nonlinearity.',
      measured: ' Measured: {variance}.',
      square: ' A square network {width} wide is about as wild.',
      title: 'Var ln Z, layer by layer',
      steps: 'What each step adds',
      x: 'width of the layer that the step lands in, from the output back',
      y: 'Var ln Z',
      stepY: 'variance of the step',
      exact: 'exact',
      bottleneck: 'width {width}: {share} of it',
      where: '{layer} layers back, landing in {width} units',
    },
  },
  error: {
    sentence: '{f} networks {width} wide, trained on {data}: which gain lets which depth learn?',
    phrases: {
      best: 'The smallest error so far is {error}, with gain {gain} and {depth} layers.',
      pending: 'Every cell is a network trained for a few steps.',
      limits: ' At most {steps} steps and {depth} layers here.',
      classify: 'Training error after a few steps',
      encode: 'Error against the best constant answer',
      x: 'gain (log scale)',
      y: 'depth D (log scale)',
      light: 'no error',
      chance: 'chance',
      constant: 'no better than constant',
      ridge: 'g*',
      diverged: 'diverged',
      where: 'gain {gain}, {depth} layers: ',
      untrained: 'not trained yet',
      trained: '{error} after {steps} steps',
      divergedAfter: 'diverged after {steps} steps',
      withLoss: ', loss {loss}',
    },
  },
} satisfies Readonly<Record<SweepName, SweepWords>>;
