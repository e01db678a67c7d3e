import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ownLimits } from '#engine/data/own/ownLimits.ts';
import { writeNpy } from '#engine/data/own/writeNpy.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { everyFormat, file, idxFile, npyFile, refusalOf, smallPictures } from './ownFiles.ts';

const { inputs, labels } = smallPictures();
const images = file('a-images-idx3-ubyte', idxFile([60, 8, 8], inputs));
const classes = file('a-labels-idx1-ubyte', idxFile([60], labels));
const csv = (text: string) => [file('a.csv', text)];
const refused = async (files: readonly File[]) => (await refusalOf(files)) ?? { code: 'taken' };

/** Bytes without a meaning, the same always. */
function noise(seed: number): Uint8Array<ArrayBuffer> {
  const uniform = createUniforms(seed, 3, 4);
  return Uint8Array.from({ length: 100_000 }, () => Math.floor(256 * uniform()));
}

const names = ['a.csv', 'a.tsv', 'a.npy', 'a.npz', 'a-images-idx3-ubyte', 'a.gz', 'a.csv.gz', 'a.npy.gz'];

test('noise is refused under the name of every format, and behind the first bytes of each', async () => {
  const starts = [
    [],
    [0x1f, 0x8b, 8],
    [0x50, 0x4b, 3, 4],
    [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0],
    [0, 0, 8, 3],
  ];
  for (const [seed, start] of starts.entries()) {
    for (const name of names) {
      const bytes = noise(seed);
      bytes.set(start);
      const reason = await refused([file(name, bytes)]);
      expect(reason.code, `${name} ${start}`).not.toMatch(/taken|unforeseen/);
    }
  }
});

test('a file of every format that is cut off anywhere is refused', async () => {
  for (const [format, files] of Object.entries(everyFormat())) {
    const [first, ...others] = files;
    if (!first) throw new Error('There is none.');
    const bytes = new Uint8Array(await first.arrayBuffer());
    for (const share of [0.001, 0.01, 0.3, 0.77, 0.999]) {
      const part = file(first.name, bytes.slice(0, Math.max(1, Math.floor(share * bytes.length) - 1)));
      const reason = await refused([part, ...others]);
      expect(reason.code, `${format} ${share}`).not.toMatch(/taken|unforeseen/);
    }
  }
});

test('bytes that are changed here and there never give anything but a set or a reason', async () => {
  const uniform = createUniforms(5, 6, 7);
  for (const [format, files] of Object.entries(everyFormat())) {
    const [first, ...others] = files;
    if (!first) throw new Error('There is none.');
    const bytes = new Uint8Array(await first.arrayBuffer());
    for (let trial = 0; trial < 20; trial++) {
      const changed = bytes.slice();
      // The heads are what is read with care.
      for (let i = 0; i < 4; i++)
        changed[Math.floor(uniform() * (i < 3 ? 140 : bytes.length))] = Math.floor(256 * uniform());
      expect((await refused([file(first.name, changed), ...others])).code, format).not.toBe('unforeseen');
    }
  }
});

test('a page of the web under the name of a file is called one, packed or not', async () => {
  const page = '<!DOCTYPE html><html><body>404</body></html>';
  for (const name of ['train-images-idx3-ubyte.gz', 'a.npz', 'a.csv'])
    expect(await refused([file(name, page), classes])).toEqual({ code: 'webPage', file: name });
});

test('two different files for one part are named', async () => {
  const other = file('a-images-idx3-ubyte (1)', idxFile([60, 8, 8], inputs.toReversed()));
  expect(await refused([images, other, classes])).toEqual({
    code: 'twice',
    files: ['a-images-idx3-ubyte', 'a-images-idx3-ubyte (1)'],
  });
});

test('labels that do not fit the pictures, or are missing, are named', async () => {
  const short = file('a-labels-idx1-ubyte', idxFile([59], labels.slice(1)));
  expect(await refused([images, short])).toMatchObject({ code: 'unmatched', pictures: 60, count: 59 });
  expect(await refused([images])).toEqual({ code: 'noLabels', given: [images.name] });
  expect(await refused([classes])).toEqual({ code: 'noInputs', given: [classes.name] });
  const oneHot = file('a_labels.npy', writeNpy(new Uint8Array(180), [60, 3]));
  expect(await refused([images, oneHot])).toMatchObject({ code: 'twice' });
});

test('doubles and floats of IDX, and texts and objects of NumPy, are refused with their kind', async () => {
  const doubles = file('a-images-idx3-ubyte', idxFile([60, 8, 8], inputs, 0x0e));
  expect(await refused([doubles, classes])).toEqual({ code: 'idxType', file: doubles.name, type: 0x0e });
  for (const type of ['<U6', '|O', '<c8', '<M8[ns]']) {
    const texts = file('y.npy', npyFile(type, [60], new Uint8Array(24 * 60)));
    expect(await refused([images, texts]), type).toEqual({ code: 'npyType', file: 'y.npy', type });
  }
  const halves = new Uint8Array(Float32Array.from(labels, (label) => label + 0.5).buffer);
  expect(await refused([images, file('y.npy', npyFile('<f4', [60], halves))])).toEqual({
    code: 'notWhole',
    file: 'y.npy',
    row: 1,
    value: (labels[0] ?? 0) + 0.5,
  });
});

test('numbers that are not finite are named with their sample', async () => {
  const values = Float32Array.from(inputs);
  values[64 * 3 + 5] = Number.NaN;
  expect(await refused([file('x.npy', writeNpy(values, [60, 64])), classes])).toEqual({
    code: 'notFinite',
    file: 'x.npy',
    row: 4,
  });
});

test('a table without a head, with two columns of one name, a short row, or an open quotation mark is refused', async () => {
  expect(await refused(csv('5.1,3.5,setosa\n4.9,3,setosa'))).toEqual({
    code: 'noHead',
    file: 'a.csv',
    first: '5.1, 3.5, setosa',
  });
  expect(await refused(csv('a,a,b\n1,2,3'))).toEqual({ code: 'sameColumn', file: 'a.csv', column: 'a' });
  expect(await refused(csv('a,b,c\n1,2,x\n3,4'))).toEqual({
    code: 'ragged',
    file: 'a.csv',
    row: 2,
    found: 2,
    expected: 3,
  });
  expect(await refused(csv('a,b\n1,"x\n3,y'))).toMatchObject({ code: 'openQuote' });
  expect(await refused(csv(''))).toEqual({ code: 'empty', file: 'a.csv' });
  expect(await refused(csv('a,b\n'))).toEqual({ code: 'empty', file: 'a.csv' });
});

test('pandas’s numbered columns are a head, and its count of rows is no input', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${i},${i / 3},${i * i},${i % 2}`);
  expect(await refusalOf(csv([',0,1,target', ...rows].join('\n')))).toBeNull();
});

test('letters and gaps where numbers are needed are named with column and row', async () => {
  const rows = ['1,2,x', '3,?,y', '4,5,x'];
  expect(await refused(csv(['a,b,class', ...rows].join('\n')))).toEqual({
    code: 'notNumber',
    file: 'a.csv',
    column: 'b',
    row: 2,
    cell: '?',
  });
  expect(await refused(csv('a,b,class\n1,2,x\n,4,y'))).toMatchObject({
    code: 'notNumber',
    column: 'a',
    row: 2,
    cell: '',
  });
});

test('one class, or nothing besides it, is no set', async () => {
  const one = file('a-labels-idx1-ubyte', idxFile([60], new Uint8Array(60)));
  expect(await refused([images, one])).toMatchObject({ code: 'oneClass' });
  expect(await refused(csv('class\nx\ny'))).toMatchObject({ code: 'noInputs' });
});

test('tables and arrays do not mix, and parts that are unlike do not go together', async () => {
  expect(await refused([...csv('a,b\n1,2'), images])).toMatchObject({ code: 'mixed' });
  const tables = [file('a_train.csv', 'a,class\n1,x\n2,y'), file('a_test.csv', 'b,class\n1,x\n2,y')];
  expect(await refused(tables)).toMatchObject({
    code: 'unlike',
    train: 'a_train.csv',
    heldOut: 'a_test.csv',
  });
});

test('an archive that states more than is read is refused before anything is unpacked', async () => {
  const archive = new Uint8Array(zipSync({ 'x.npy': new Uint8Array(1000) }));
  const view = new DataView(archive.buffer);
  const directory = archive.findLastIndex((byte, i) => byte === 0x50 && view.getUint32(i) === 0x504b0102);
  view.setUint32(directory + 24, 0x7fffffff, true);
  expect(await refused([file('a.npz', archive)])).toMatchObject({ code: 'tooBig', file: 'a.npz' });
});

test('a file that is larger than is read is not read, and too many columns are refused', async () => {
  const large = Object.defineProperties(new File([], 'x.npy'), {
    size: { value: ownLimits.bytes + 1 },
    arrayBuffer: { value: () => Promise.reject(new Error('It was read.')) },
  });
  expect(await refused([large])).toMatchObject({ code: 'tooBig', file: 'x.npy' });
  const wide = Array.from({ length: 17_000 }, (_, i) => `c${i}`).join();
  expect(await refused(csv(`${wide}\n`))).toMatchObject({ code: 'tooMany', what: 'inputs' });
});
