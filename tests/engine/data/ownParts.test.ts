import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DataSet } from '#engine/data/dataSet.ts';
import { writeNpy } from '#engine/data/own/writeNpy.ts';
import { ownName } from '#engine/data/ownIdentity.ts';
import {
  dropped,
  everyFormat,
  file,
  idxFile,
  iris,
  packed,
  previewOf,
  smallPictures,
  taken,
} from './ownFiles.ts';

const formats = everyFormat();

test('parts to learn and to hold out are known by their names, in tables and in arrays', async () => {
  const { inputs, labels } = smallPictures();
  const parts = (learn: string, held: string) => [
    file(`${learn}-images-idx3-ubyte (1).gz`, packed(idxFile([40, 8, 8], inputs.slice(0, 40 * 64)))),
    file(`${learn}-labels-idx1-ubyte`, idxFile([40], labels.slice(0, 40))),
    file(`${held}-images.idx3-ubyte`, idxFile([20, 8, 8], inputs.slice(40 * 64))),
    file(`${held}-labels.idx1-ubyte.gz`, idxFile([20], labels.slice(40))),
  ];
  for (const [learn, held] of [
    ['train', 't10k'],
    ['emnist-digits-train', 'emnist-digits-test'],
    ['kmnist-train', 'kmnist-t10k'],
  ])
    expect(
      previewOf(await dropped(parts(learn ?? '', held ?? ''), 'digits')).set?.identity,
      learn,
    ).toMatchObject({
      trainCount: 40,
      heldOutCount: 20,
    });
  const tables = [file('mnist_train.csv', iris(30)), file('mnist_test.csv', iris(9))];
  const preview = previewOf(await dropped(tables));
  expect(preview.name).toBe('mnist');
  expect(preview.set?.identity).toMatchObject({ trainCount: 30, heldOutCount: 9 });
});

test('EMNIST’s pictures are turned, and its letters are called what they are', async () => {
  const { inputs, labels } = smallPictures();
  const named = (name: string) => [
    file(`${name}-train-images-idx3-ubyte`, idxFile([60, 8, 8], inputs)),
    file(
      `${name}-train-labels-idx1-ubyte`,
      idxFile(
        [60],
        labels.map((label) => label + 1),
      ),
    ),
  ];
  const [emnist, plain] = [await taken(named('emnist-letters')), await taken(named('kmnist'))];
  expect(emnist.set.classNames).toEqual(['A', 'B', 'C']);
  expect(plain.set.classNames).toEqual(['1', '2', '3']);
  const sumAt = ({ train, heldOut }: DataSet, row: number, column: number) =>
    [...train.inputs, ...heldOut.inputs].reduce(
      (sum, value, i) => (i % 64 === 8 * row + column ? sum + value : sum),
      0,
    );
  expect(sumAt(emnist.set, 2, 5)).toBe(sumAt(plain.set, 5, 2));
  expect(sumAt(emnist.set, 2, 5)).not.toBe(sumAt(plain.set, 2, 5));
});

test('a folder of a file’s name beside it, and files that are no data, are left out', async () => {
  const folder = file('a-images-idx3-ubyte', '');
  folder.arrayBuffer = () => Promise.reject(new Error('a folder'));
  const preview = previewOf(
    await dropped([folder, file('README.txt', 'a,b'), file('x.mov', ''), ...(formats.gzip ?? [])]),
  );
  expect(preview.set?.identity.trainCount).toBe(50);
});

test('the same file twice is one file', async () => {
  const [images, labels] = formats.idx ?? [];
  if (!images || !labels) throw new Error('There are none.');
  const copy = file('a-images-idx3-ubyte (1)', new Uint8Array(await images.arrayBuffer()));
  expect(previewOf(await dropped([images, copy, labels])).set?.identity.trainCount).toBe(50);
});

test('MNIST’s four files are MNIST where it is asked for, and a set of one’s own elsewhere', async () => {
  const digits = (count: number) => [
    idxFile(
      [count, 28, 28],
      new Uint8Array(count * 784).map((_, i) => i % 251),
    ),
    idxFile(
      [count],
      Uint8Array.from({ length: count }, (_, i) => i % 10),
    ),
  ];
  const [images, labels] = digits(30);
  const files = ['train', 't10k'].flatMap((part) => [
    file(`${part}-images-idx3-ubyte`, images ?? ''),
    file(`${part}-labels-idx1-ubyte`, labels ?? ''),
  ]);
  expect(await dropped(files, 'mnist')).toMatchObject({ status: 'done', own: null, trainCount: 30 });
  expect(await dropped(files, 'digits')).toMatchObject({ status: 'read' });
});

test('a set is called after its file, without what its parts have of their own', () => {
  const names = {
    'iris.csv': 'iris',
    'emnist-letters-train-images-idx3-ubyte (1).gz': 'emnist_letters',
    'kmnist-train-imgs.npz': 'kmnist',
    'train-images-idx3-ubyte.gz': 'own',
    'Meine Maße (2).csv': 'meine_maße',
    'mnist_train.csv.gz': 'mnist',
  };
  for (const [given, name] of Object.entries(names)) expect(ownName(given), given).toBe(name);
});

test('arrays of an archive are told apart by their shapes and names', async () => {
  const { inputs, labels } = smallPictures();
  const archive = (names: Readonly<Record<string, Uint8Array>>) => [
    file('a.npz', new Uint8Array(zipSync(names))),
  ];
  const keras = {
    'x_train.npy': writeNpy(inputs.slice(0, 40 * 64), [40, 8, 8]),
    'y_train.npy': writeNpy(labels.slice(0, 40), [40, 1]),
    'x_test.npy': writeNpy(inputs.slice(40 * 64), [20, 8, 8]),
    'y_test.npy': writeNpy(labels.slice(40), [20]),
  };
  expect(previewOf(await dropped(archive(keras))).set?.identity).toMatchObject({
    trainCount: 40,
    heldOutCount: 20,
  });
  const pair = [
    file('kmnist-train-imgs.npz', new Uint8Array(zipSync({ 'arr_0.npy': writeNpy(inputs, [60, 8, 8]) }))),
    file('kmnist-train-labels.npz', new Uint8Array(zipSync({ 'arr_0.npy': writeNpy(labels, [60]) }))),
  ];
  expect(previewOf(await dropped(pair)).set?.identity).toMatchObject({ name: 'kmnist', trainCount: 50 });
});
