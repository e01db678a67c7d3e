/** What is said only after the page stands, in English. */
export const afterStart = {
  /** Of a file that is opened and is no experiment. */
  refused: {
    notJson: (name: string) => `${name} is not an experiment file: it is no JSON. Nothing was changed.`,
    noExperiment: (name: string) =>
      `${name} is JSON, but there is no experiment of Gradient Walk in it. Nothing was changed.`,
    tooLarge: (name: string, megabytes: number) =>
      `${name} has ${megabytes} MB, too much for an experiment file. Nothing was changed.`,
    unreadable: (name: string) => `${name} could not be read. Nothing was changed.`,
    many: (count: number) => `${count} files were dropped; an experiment is one file. Nothing was changed.`,
  },
  /** Of walks by ear. */
  hearing: {
    walk: (walk: number, of: number) =>
      `Walk ${walk} of ${of}, by ear: an octave is a factor of 10 in the norm. h ends it.`,
    none: 'There is no walk to hear yet.',
    silent: 'This browser makes no sound.',
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
  /** What the badge says when it is tapped: whether the self-test was passed, and why this walks. */
  badge: {
    checks: {
      logNorm: (difference: string, allowed: string) =>
        `ln Z against float64 TypeScript: largest difference ${difference} (allowed ${allowed})`,
      invariant: (difference: string, allowed: string) =>
        `a·δ along the layers: largest relative change ${difference} (allowed ${allowed})`,
    },
    selfTest: { passed: 'self-test passed', failed: 'self-test failed' },
    vectors: 'All cores walk with their vectors: no graphics card is here, or none was asked for.',
    raced: (speeds: string) =>
      `Timed with the beginning of such a run, weights a second, or without matrices as much work: ${speeds}. The fastest walks.`,
    notWalked: (name: string) => `${name} did not walk`,
  },
  /** What the picture shows, for whoever sees it for the first time. */
  firstUse: {
    what: 'A coloured line is one network’s gradient on its way back through the layers; ink is what theory says. Drag any underlined number.',
    close: 'Close',
  },
  /** Of a newer version. */
  update: {
    label: 'Update',
    ready: 'A newer Gradient Walk is ready.',
    reload: 'Reload to update',
    later: 'Later',
    held: 'The old version cannot be left without the network: the newer one starts when every tab with this page has been closed.',
    close: 'Close',
  },
} as const;
