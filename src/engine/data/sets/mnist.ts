import type { DataFacts } from '#engine/data/dataFacts.ts';
import type { DataFile } from '#engine/data/dataFile.ts';
import { type DataSet, digitPicture, pictureSide, type Split, standardised } from '#engine/data/dataSet.ts';
import { type IdxArray, parseIdx, unzipped } from '#engine/data/idx.ts';
import { onlyFile } from '#engine/data/own/roles.ts';
import { ReasonError } from '#engine/worker/reason.ts';

/** It is read from files. */
export const make = null;

export const facts: DataFacts = {
  classes: 10,
  isPlane: false,
  classNames: null,
  limits: null,
  python: null,
};

/** Names of MNIST's four files. */
export const mnistFiles = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
] as const;

/** What a file of MNIST may be called: copies are often named train-images.idx3-ubyte. */
const patternOf = (wanted: string) => new RegExp(wanted.replace('-idx', '[-.]idx'), 'i');

/** Sets whose files are called as MNIST's are. */
const cousin = /emnist|kmnist|fashion|kuzushiji/i;

/** Whether a file may be one of MNIST's, by its name. */
export const isMnistName = (name: string) =>
  !cousin.test(name) && mnistFiles.some((wanted) => patternOf(wanted).test(name));

interface NamedArray extends IdxArray {
  readonly name: string;
}

function checkImages({ name, dimensions }: NamedArray): void {
  const [, rows, columns] = dimensions;
  if (dimensions.length !== 3 || rows !== pictureSide || columns !== pictureSide) {
    throw new ReasonError({ code: 'notPictures', file: name, dimensions });
  }
}

function checkLabels({ name, values }: NamedArray): void {
  const bad = values.find((label) => label > 9);
  if (bad !== undefined) throw new ReasonError({ code: 'wrongLabel', file: name, label: bad });
}

function splitOf(images: NamedArray, labels: NamedArray): Split {
  checkImages(images);
  checkLabels(labels);
  const [count = 0] = images.dimensions;
  if (count !== labels.values.length) {
    const counts = { pictures: count, count: labels.values.length };
    throw new ReasonError({ code: 'unmatched', images: images.name, labels: labels.name, ...counts });
  }
  if (count === 0) throw new ReasonError({ code: 'empty', file: images.name });
  return { count, inputs: images.values, labels: labels.values };
}

/**
 * MNIST from its four files, found by name, with or without `.gz`. Throws a `ReasonError` that names the file: missing,
 * cut off, of another kind, or not matching its companion.
 */
export async function mnistOf(files: readonly DataFile[]): Promise<DataSet> {
  const arrays: NamedArray[] = [];
  for (const wanted of mnistFiles) {
    const pattern = patternOf(wanted);
    const file = onlyFile(files.filter(({ name }) => pattern.test(name)));
    if (!file) throw new ReasonError({ code: 'missing', file: wanted, given: files.map(({ name }) => name) });
    arrays.push({ name: file.name, ...parseIdx(file.name, await unzipped(file.name, file.bytes)) });
  }
  const [trainImages, trainLabels, heldOutImages, heldOutLabels] = arrays;
  if (!trainImages || !trainLabels || !heldOutImages || !heldOutLabels) throw new Error('A file was lost.');
  return standardised({
    inputs: pictureSide ** 2,
    classes: 10,
    classNames: null,
    picture: digitPicture,
    plane: null,
    heard: null,
    train: splitOf(trainImages, trainLabels),
    heldOut: splitOf(heldOutImages, heldOutLabels),
  });
}
