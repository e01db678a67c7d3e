import type { CheckedNumber, EngineReason, RunReason } from '#engine/worker/reason.ts';

/** The reasons of a code; some share their values with another's. */
type ReasonOf<K> = EngineReason extends infer R
  ? R extends { code: infer C }
    ? K extends C
      ? R
      : never
    : never
  : never;

/** A sentence for every reason, made of its values. */
export type ReasonTexts<R extends EngineReason = EngineReason> = {
  readonly [K in R['code']]: (reason: ReasonOf<K>) => string;
};

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/** The browser's own words, in brackets. */
export const inBrackets = (detail: string) => (detail === '' ? '' : ` (${detail})`);

/** A number as a sentence needs it. */
export const shortNumber = (value: number) => String(Number(value.toPrecision(4)));

/** What was checked, in English. */
const checkedEn: Readonly<Record<CheckedNumber, (step: number) => string>> = {
  walk: (step) => `the growth of ln Z in step ${step} of one walk`,
  mean: (step) => `the mean of ln Z after ${step} layers`,
  variance: (step) => `the variance of ln Z after ${step} layers`,
  dead: () => 'the share of walks that died',
  loss: (step) => `the loss after ${step} steps`,
  accuracy: (step) => `the share of right answers to one sample after ${step} steps`,
  weights: (step) => `the size of the first layer's weights after ${step} steps`,
};

/** What the engine could not do, in English. */
export const reasons: ReasonTexts<RunReason> = {
  wrongNumbers: ({ what, step, measured, expected, allowed }) =>
    `This device computes wrongly: ${checkedEn[what](step)} came out as ${shortNumber(measured)} and must be ${shortNumber(expected)}, within ${shortNumber(allowed)}. The run is not to be trusted. With backend=cpu the processor makes it instead.`,
  noBuffer: ({ neededBytes, allowedBytes }) =>
    `This needs an array of ${megabytes(neededBytes)}, and the graphics device allows ${megabytes(allowedBytes)}.`,
  noMemory: ({ detail }) =>
    `The graphics device has no memory left for this${inBrackets(detail)}. Other tabs may hold it; fewer or smaller layers need less.`,
  deviceError: ({ detail }) => `The graphics device refused the work${inBrackets(detail)}.`,
  notANumber: ({ step }) =>
    `The device answered NaN at step ${step} of a walk, so no more walks are made on it. With backend=cpu the processor makes them instead.`,
  tooLarge: ({ neededBytes, allowedBytes, depth }) =>
    `This network needs an array of ${megabytes(neededBytes)}, and this device allows ${megabytes(allowedBytes)}: nothing is trained. At this width, depth ${depth} would fit.`,
  stopped: ({ detail, isReplaced }) =>
    `The engine stopped${inBrackets(detail)}. ${
      isReplaced
        ? 'Another one was started in its place: Restart runs the experiment again.'
        : 'It did so several times and is not started again: reload the page.'
    }`,
  noBackend: ({ backend }) =>
    `TensorFlow.js could not start its backend ${backend}, and no other was left to use instead.`,
  unforeseen: ({ detail }) => `an error that was not foreseen. In its own words: “${detail}”`,
};
