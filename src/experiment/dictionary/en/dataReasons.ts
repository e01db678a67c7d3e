import { readIdentity } from '#engine/data/ownIdentity.ts';
import type { DataReason } from '#engine/worker/reason.ts';
import { hexText, shortCell } from '#experiment/dictionary/quotedParts.ts';
import { plural } from './numbers.ts';
import { inBrackets, megabytes, type ReasonTexts } from './reasons.ts';

/** The types of IDX files that hold no bytes without a sign, by their numbers. */
const idxTypes: Readonly<Record<number, string>> = {
  9: 'signed bytes',
  11: 'short whole numbers',
  12: 'whole numbers of 4 bytes',
  13: 'floats',
  14: 'doubles',
};

const limited = { rows: 'rows', inputs: 'inputs', classes: 'classes', numbers: 'numbers' };

/** What was wrong with data, in English. */
export const dataReasons: ReasonTexts<DataReason> = {
  notHere: () => 'MNIST is not here yet: drop its four files on the page, or fetch them.',
  missing: ({ file, given }) =>
    `${file} is missing: MNIST has four files, and ${given.length === 0 ? 'no file' : given.join(', ')} was given.`,
  unreadable: ({ file, detail }) => `${file} cannot be read${inBrackets(detail)}: choose it again.`,
  damaged: ({ file }) => `${file} is compressed, but cannot be unpacked: it is damaged or cut off.`,
  tooBig: ({ file, allowedBytes }) =>
    `${file} holds more than ${megabytes(allowedBytes)}, as it is or unpacked: it is not read.`,
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
  otherNetwork: ({ inputs, outputs, neededInputs, neededOutputs }) =>
    `The network of the file has ${inputs} inputs and ${outputs} outputs, and the data here need ${neededInputs} and ${neededOutputs}: give the data that it was trained on, and open it again.`,
  webPage: ({ file }) =>
    `${file} is a page of the web, not data: its download was answered with a page. Open the address in the browser, and save the file itself.`,
  notText: ({ file }) => `${file} is not a table of texts: it holds signs that no table has.`,
  notNpy: ({ file }) => `${file} is not a file of NumPy: it does not begin as one.`,
  unknownKind: ({ file }) =>
    `${file} is not of a kind that is read: IDX, CSV with a head, NPY or NPZ, each packed with gzip or not.`,
  twice: ({ files }) =>
    `${files.join(' and ')} are two different files for the same part of a set: give only the one that is meant.`,
  idxType: ({ file, type }) =>
    `${file} holds ${idxTypes[type] ?? 'other numbers'}; of IDX files only those of bytes are read. Save its numbers as NPY: numpy.save("x.npy", x).`,
  noHead: ({ file, first }) =>
    `${file} has no head: its first line begins with ${shortCell(first)}. Put a line above it that names the columns.`,
  sameColumn: ({ file, column }) =>
    `${file} has two columns that are called ${shortCell(column)}: rename one.`,
  ragged: ({ file, row, found, expected }) =>
    `Row ${row} of ${file} has ${found} ${plural(found, 'cell', 'cells')}, and its head names ${expected} columns: it is cut off there, or a sign that parts cells stands inside one.`,
  openQuote: ({ file, row }) =>
    `In ${file} a quotation mark is not closed, after row ${row}: it is cut off there.`,
  notNumber: ({ file, column, row, cell }) =>
    cell === ''
      ? `In ${file} the column ${shortCell(column)} is empty in row ${row}: a network needs a number there. Fill it, or leave the row out.`
      : `In ${file} the column ${shortCell(column)} holds ${shortCell(cell)} in row ${row}: a network needs a number there. Only the class may be a word.`,
  noInputs: ({ given }) =>
    `There is nothing to learn from in ${given.join(', ')}: besides the class some numbers are needed.`,
  noLabels: ({ given }) =>
    `There are no classes for what is in ${given.join(', ')}: give the file with a number for every sample too.`,
  npyType: ({ file, type }) =>
    /U|S/.test(type)
      ? `${file} holds texts (${type}) where numbers are needed. Number the classes: numpy.unique(y, return_inverse=True)[1].`
      : `${file} holds ${shortCell(type)}, which are no plain numbers: save it as float32, x.astype("float32").`,
  labelShape: ({ file, dimensions }) =>
    `${file} is ${dimensions.join(' x ')}; classes are one whole number a sample: y.argmax(1) makes them of one-hot rows.`,
  notFinite: ({ file, row }) =>
    `${file} holds a number that is not finite (NaN or Infinity) in sample ${row}.`,
  notWhole: ({ file, row, value }) =>
    `${file} should hold classes, and sample ${row} has ${value}: classes are whole numbers.`,
  unlike: ({ train, heldOut }) =>
    `${train} and ${heldOut} do not go together: what is held out needs the same inputs and classes as what is learned.`,
  mixed: ({ files }) => `${files.join(', ')}: give either tables, or files of arrays.`,
  tooMany: ({ what, found, most }) => `That is ${found} ${limited[what]}; at most ${most} are read.`,
  fewSamples: ({ name }) => `${name} has too few samples: some to learn and some to hold out are needed.`,
  oneClass: ({ name }) => `All samples of ${name} have the same class: there is nothing to tell apart.`,
  ownNotHere: ({ own }) => {
    const set = readIdentity(own);
    return set
      ? `The data “${set.name}” are not in this browser: ${set.trainCount} samples to learn and ${set.heldOutCount} held out, ${set.inputs} inputs, ${set.classes} classes, checksum ${set.checksum}. Drop their files here.`
      : 'No data of your own are here yet.';
  },
  draftGone: () => 'What had been read is gone: the engine was started anew. Give the files again.',
};
