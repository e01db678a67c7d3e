/** The sentence that says what the figures show, and what is said of a device that failed, in English. */
export const sayingsEn = {
  /** The live sentence around its controls, whose places are `{f}`, `{depth}`, `{width}` and `{gain}`. */
  sentence: (article: string, depth: number) =>
    `In ${article} {f} network {depth} ${depth === 1 ? 'layer' : 'layers'} deep and {width} wide, with gain {gain},`,
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
    everywhere: ', and so it is in every single network',
    spreadKept: (factor: string) => `; in one network it is typically multiplied or divided by ${factor}`,
    spread: (factor: string) => `, give or take a factor of ${factor}`,
    dead: (share: string) => ` In ${share} of networks it dies.`,
    approximately: ' (approximately)',
  },
  faults: {
    absent: (name: string) => `${name} is not available here.`,
    'no-kernel': (name: string) => `There are no kernels for walks on ${name}.`,
    'no-adapter': (name: string) => `This browser has ${name}, but found no graphics adapter for it.`,
    'self-test-failed': (name: string) =>
      `${name} gave wrong answers in the start-up self-test and is not used.`,
    lost: (_name: string) => 'The graphics device went away.',
    error: (name: string) => `${name} could not be started.`,
    insteadCpu:
      'The same walks are made by the TypeScript reference on the processor: the same numbers to rounding, more slowly.',
    instead: (name: string) => `The walks are made with ${name}; the run was begun again.`,
  },
} as const;
