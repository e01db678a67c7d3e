import { plural } from './numbers.ts';
import { reasons } from './reasons.ts';

/** What the experiment and its runs say to people, in English. */
export const experiment = {
  notice: {
    value: (key: string, given: string, because: string, used: string) =>
      `${key}=${given} ${because}: ${used} is used instead.`,
    unknown: (key: string, given: string) =>
      `${key}=${given} means nothing to this version; it stays in the link and changes nothing.`,
    repeated: (key: string, given: string, used: string) =>
      `${key} is given more than once: the last, ${used}, is used and ${given} is not.`,
    newer: (given: number, known: number) =>
      `This link was made by a newer Gradient Walk (v=${given}; this one knows ${known}). What is understood is shown.`,
    tooLong: (keys: string) => `Left out, because the text is longer than any that means something: ${keys}.`,
    manyPairs: (given: number, most: number) =>
      `${given} settings are too many: the first ${most} were read, the others were not.`,
    manyUnknown: (count: number, most: number) =>
      `${count} more ${plural(count, 'key means', 'keys mean')} nothing to this version and ${plural(count, 'is', 'are')} left out; ${most} are kept at most.`,
    unavailableGain: (f: string, used: string) =>
      `gain=paper: the paper gives no formula for ${f}; g*, ${used}, is used instead.`,
  },
  because: {
    notNumber: 'is not a number',
    ambiguous: (one: number, other: number) => `may mean ${one} or ${other}`,
    tooLong: (longest: number) => `has more than ${longest} characters`,
    notWhole: 'is not a whole number',
    above: (high: number) => `is above the largest, ${high}`,
    below: (low: number) => `is below the smallest, ${low}`,
    notOneOf: (names: string) => `is not one of ${names}`,
    neither: (names: string) => `is neither a number nor one of ${names}`,
    cannotHide: (names: string) => `names ${names}, which cannot be hidden`,
    notSet: 'names no data of your own',
    notWidths: 'is not a list of widths such as 784-512-10',
    manyLayers: (most: number) => `has more than ${most} layers`,
    widthOutside: (high: number) => `has a width outside 1..${high}`,
    notPinned: (parts: string) => `says ${parts}, which no experiment to compare with can have`,
    manyPins: (most: number) => `compares with more than ${most} experiments`,
    pinnedTwice: 'compares with the same experiment twice',
  },
  /** Why an experiment is walked otherwise than it asks. */
  limitation: {
    freeWeights: 'Only Gaussian and orthogonal weights have a matrix-free law: real matrices are walked.',
    freeEnsemble: 'Walks that share one network need its matrices: real matrices are walked.',
    freeTied: 'One matrix in every layer has no matrix-free law: real matrices are walked.',
    freeBranchPass: 'Weight gradients of residual branches are walked by real matrices.',
  },
  reasons: reasons,
  nothingRuns: 'The findings view runs nothing.',
  cancelled: 'The run was cancelled.',
  sweepCancelled: 'The sweep was cancelled.',
} as const;
