import { plural } from '#experiment/dictionary/en/numbers.ts';
import { type Choices, choices, dataPhrases } from './choices.ts';
/** Every word of the page that is not in the parameter table, in English. */
export const page = {
  title: 'Gradient Walk',
  views: {
    walk: 'Walk',
    train: 'Train',
    scale: 'Scale',
    learn: 'Learn',
    findings: 'Findings',
  } satisfies Choices<'view'>,
  viewsLabel: 'Pages',
  stillTraining: (steps: string) => `step ${steps}`,
  loading: 'Loading…',
  /** The live sentence around its controls, whose places are `{f}`, `{depth}`, `{width}` and `{gain}`. */
  sentence: (article: string, depth: number) =>
    `In ${article} {f} network {depth} ${plural(depth, 'layer', 'layers')} deep and {width} wide, with gain {gain},`,
  walker: {
    backward: 'a gradient that travels back',
    forward: 'an activation that travels forward',
    weights: 'the weight gradient, from the last layer back to the first,',
  },
  outcome: {
    keeps: (_factor: string) => 'keeps its size on average',
    shrinks: (factor: string) => `typically shrinks to 1/${factor} of its size`,
    grows: (factor: string) => `typically grows ${factor} times`,
    vanishes: (factor: string) => `vanishes: typically divided by ${factor}`,
    explodes: (factor: string) => `explodes: typically multiplied by ${factor}`,
    ownRate:
      'grows or shrinks at its network’s own rate: one matrix in every layer makes growth a property of the network, not chance, and no gain suits them all',
    unknown: 'does what its walks show: the theory of this network has not arrived yet',
    everywhere: ', and so it is in every single network',
    spreadKept: (factor: string) => `; in one network it is typically multiplied or divided by ${factor}`,
    spread: (factor: string) => `, give or take a factor of ${factor}`,
    dead: (share: string) => ` In ${share} of networks it dies.`,
    remarks: {
      gainOut: ' The gain no longer matters: normalisation takes it out again.',
      power: ' What grows, grows like a power of the depth, not exponentially.',
    },
    approximately: {
      'order-1/N': ' (to order 1/N)',
      'two-number': ' (two numbers a layer)',
      'mean-field': ' (mean field, approximately)',
      'leading-order': ' (to leading order)',
    },
  },
  faults: {
    absent: (name: string) => `${name} is not available here.`,
    insecure: (name: string) =>
      `Browsers give ${name} only to pages that come by https or from localhost, and this one does not.`,
    'no-kernel': (name: string) => `There are no kernels for walks on ${name}.`,
    'no-adapter': (name: string) => `This browser has ${name}, but found no graphics adapter for it.`,
    'self-test-failed': (name: string) =>
      `${name} gave wrong answers in the start-up self-test and is not used.`,
    lost: (_name: string) => 'The graphics device went away.',
    lostWorker: 'A worker went away in the middle of its walks.',
    silent: (name: string) => `The browser did not answer when it was asked for ${name}.`,
    unstable: (name: string) =>
      `The graphics device went away again and again: ${name} is left alone until it is chosen anew.`,
    error: (name: string) => `${name} failed.`,
    insteadCpu:
      'The same walks are made by the TypeScript reference on the processor: the same numbers to rounding, more slowly.',
    insteadWasm:
      'The same walks are made with the vectors of the processor, in WebAssembly: the same numbers to rounding.',
    instead: (name: string) => `The walks go on with ${name}; none is lost.`,
  },
  choices,
  dataPhrases,
  gainHelp: {
    auto: 'g*: the gain at which the log-norm does not drift.',
    paper: 'The formula of Sussillo & Abbott (2014).',
    he: 'He et al. (2015): the mean of the squared norm is kept, its typical value is not.',
    lecun: 'LeCun (1998), and Glorot for square layers: gain 1.',
    wrong: 'A slip found in real code: the variance 1/N taken for a standard deviation.',
  } satisfies Choices<'gain'>,
  bestGain: {
    'order-1/N': (value: string) => `g* = ${value}, to order 1/N`,
    'two-number': (value: string) => `g* = ${value}, by two numbers a layer`,
    sampled: (value: string) => `g* = ${value}, sampled`,
    sought: (value: string) => `g* ≈ ${value} by mean field; walks are finding it…`,
    approximate: (value: string) => `g* ≈ ${value} by mean field, approximate`,
  },
  driftStays: 'By mean field no gain stops the drift here. g* is the one that leaves the least of it.',
  noPaperGain: (f: string) => `The paper gives no formula for ${f}; g* is used.`,
  branches: {
    root: '1/√D',
    rootHelp:
      'Alpha = 1/√D: where f has no mean (linear, tanh) the norm grows by one factor at every depth; ReLUs need a norm too.',
    tiedGain:
      'Every network has a rate of its own, which no gain mends for all: g* is that of a single layer.',
    bestGain: 'No gain stops the drift of residual branches: g* is the plain network’s.',
    normGain: 'g* is that of the network without its norm; the curve is that with it.',
    gainOut: 'The gain no longer matters, but in the step to the input: normalisation takes it out again.',
    gradientOfH: 'The gradient walked is dE/dh.',
  },
  /** Named gains for the ear. */
  spokenGain: { auto: 'g star', paper: 'the paper’s', he: 'He’s', lecun: 'LeCun’s', wrong: 'g over N' },
  actions: {
    python: 'Python',
    run: 'Run',
    pause: 'Pause',
    step: 'Step',
    stepHelp: 'One more walk',
    restart: 'Restart',
    restartHelp: 'The same seed from the start',
    keep: 'Keep',
    keepHelp: 'Keep these walks in the figures, to compare with',
    newSeed: 'New seed',
    share: 'Share',
    allControls: 'All controls',
    allControlsHelp: 'This link leaves some controls out; this brings them back',
    dismiss: 'Dismiss',
    more: 'All settings',
    close: 'Close',
  },
  skip: 'Skip to the figures',
  /** A field's name beside its slider's. */
  asNumber: (label: string) => `${label}, as a number`,
  /** What was typed and could not be taken as it is. */
  draft: {
    stays: (given: string, because: string, value: string) => `“${given}” ${because}; ${value} stays.`,
    changed: (given: string, because: string, value: string) => `${given} ${because}; ${value} is used.`,
    understood: (given: string, value: string) => `“${given}” is understood as ${value}.`,
  },
  notices: 'Not all of that could be done as asked',
  moreNotices: (count: number) => `and ${count} more`,
  progress: {
    waiting: 'Waiting for Run',
    starting: 'Starting the engine…',
    recorded: 'A recorded run, while the engine starts',
    walks: (done: string, of: string) => `${done} of ${of} walks`,
    remaining: (time: string) => `${time} left`,
    took: (time: string) => `in ${time}`,
    paused: 'paused',
    cancelled: 'cancelled',
    failed: 'The run failed',
    speedFree: (walks: string) => `${walks} walks/s, matrix-free`,
    speed: (walks: string, weights: string) => `${walks} walks/s · ${weights} weights/s`,
  },
  figures: {
    walkTitle: 'ln Z',
    walkTitleLong: {
      backward: 'ln Z, the log of the gradient’s squared norm',
      forward: 'ln Z, the log of the activation’s squared norm',
      weights: 'ln Z, the log of the weight gradient’s squared norm',
    } satisfies Choices<'pass'>,
    factorTitle: '× norm',
    layers: {
      backward: 'layers back from the output',
      forward: 'layers on from the input',
      weights: 'weight matrices back from the output',
    } satisfies Choices<'pass'>,
    meanTheory: (kind: string) => `mean, ${kind}`,
    meanMeasured: 'mean, measured ± SE',
    deviations: (count: number, kind: string) => `+${count} sd, ${kind}`,
    varianceTitle: 'Var ln Z',
    varianceTheory: (slope: string, kind: string) => `${kind}: ${slope} a layer`,
    varianceMeasured: (slope: string) => `measured slope ${slope}`,
    varianceMeasuredPlain: 'measured ± SE',
    endTitle: 'how the walks end',
    densityExact: 'exact density',
    densityNormal: 'Normal density',
    within: (share: string) => [`${share} end within`, 'a factor of 10'],
    dead: (share: string) => `${share} dead`,
    noTheory: 'no formula known',
  },
  facts: {
    title: 'Measured beside theory',
    measured: 'measured',
    theory: {
      exact: 'exact',
      'order-1/N': 'to order 1/N',
      'two-number': 'two numbers',
      'mean-field': 'mean field',
      'leading-order': 'leading order',
      'new-matrices': 'new matrices',
      reference: '2000 free walks',
    },
    drift: 'drift per layer',
    slope: 'variance per layer',
    factor: 'typical factor',
    within: 'within factor 10',
    dead: 'dead',
    ratio: 'depth / width',
    none: '–',
  },
  curve: {
    title: 'drift per layer',
    grows: 'explodes',
    shrinks: 'vanishes',
    label: 'Drift per layer against gain',
  },
  badge: {
    software: 'on the processor',
    vectors: 'All cores walk with their vectors: no graphics card is here, or none was asked for.',
    raced: (speeds: string) =>
      `Timed with the beginning of such a run, weights a second, or without matrices as much work: ${speeds}. The fastest walks.`,
    notWalked: (name: string) => `${name} did not walk`,
    starting: 'Engine starting',
    lost: 'Device lost',
    broken: 'No engine',
    selfTest: { passed: 'self-test passed', failed: 'self-test failed' },
    checks: {
      logNorm: (difference: string, allowed: string) =>
        `ln Z against float64 TypeScript: largest difference ${difference} (allowed ${allowed})`,
      invariant: (difference: string, allowed: string) =>
        `a·δ along the layers: largest relative change ${difference} (allowed ${allowed})`,
    },
    /** Devices without a name of their own. */
    devices: { processor: 'processor', 'unnamed adapter': 'unnamed adapter' },
    names: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'TypeScript reference' },
  },
  /** What opens the two figures below the walk. */
  insights: {
    label: 'What the right gain does not fix',
    compare: 'Compare',
    alignment: 'The right gain does not fix: directions align',
    stretch: 'The right gain does not fix: lengths spread',
  },
  help: 'What is this?',
} as const;
