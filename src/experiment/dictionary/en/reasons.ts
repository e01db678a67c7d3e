import type { CheckedNumber, EngineReason } from '#engine/worker/reason.ts';

/** The reasons of a code; some share their values with another's. */
type ReasonOf<K> = EngineReason extends infer R
  ? R extends { code: infer C }
    ? K extends C
      ? R
      : never
    : never
  : never;

/** A sentence for every reason, made of its values. */
export type ReasonTexts = {
  readonly [K in EngineReason['code']]: (reason: ReasonOf<K>) => string;
};

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/** Bytes as a hex editor shows them. */
export const hexText = (bytes: readonly number[]) =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

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

/** What the engine and the import of data could not do, in English. */
export const reasons: ReasonTexts = {
  notHere: () => 'MNIST is not here yet: drop its four files on the page, or fetch them.',
  missing: ({ file, given }) =>
    `${file} is missing: MNIST has four files, and ${given.length === 0 ? 'no file' : given.join(', ')} was given.`,
  unreadable: ({ file, detail }) => `${file} cannot be read${inBrackets(detail)}: choose it again.`,
  damaged: ({ file }) => `${file} is compressed, but cannot be unpacked: it is damaged or cut off.`,
  tooBig: ({ file, allowedBytes }) =>
    `${file} holds more than ${megabytes(allowedBytes)}, as it is or unpacked: no file of MNIST does.`,
  wrongSum: ({ file, host }) =>
    `${file} as it comes from ${host} is not the file that was published: its checksum differs.`,
  notIdx: ({ file, first }) =>
    `${file} is not an IDX file of bytes: it begins with ${hexText(first)}, not with 00 00 08.`,
  headCutOff: ({ file, bytes }) => `${file} is cut off in its head: it holds ${bytes} bytes.`,
  truncated: ({ file, dimensions, expected, bytes }) =>
    `${file} should hold ${expected} bytes (${dimensions.join(' x ')}) and holds ${bytes}: it is cut off.`,
  tooLong: ({ file, dimensions, expected, bytes }) =>
    `${file} should hold ${expected} bytes (${dimensions.join(' x ')}) and holds ${bytes}: it is too long.`,
  notPictures: ({ file, dimensions }) => `${file} holds ${dimensions.join(' x ')}; pictures must be 28 x 28.`,
  wrongLabel: ({ file, label }) => `${file} has a label ${label}; labels are 0 to 9.`,
  unmatched: ({ images, pictures, labels, count }) =>
    `${images} has ${pictures} pictures, but ${labels} has ${count} labels.`,
  empty: ({ file }) => `${file} is empty.`,
  notServed: ({ address }) => `There is no MNIST at ${address}.`,
  notFetched: ({ mirrors }) =>
    `MNIST could not be fetched: ${mirrors
      .map(({ host, detail }) =>
        detail === null ? `${host} has no such files` : `${host} could not be reached${inBrackets(detail)}`,
      )
      .join('; ')}.`,
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
