import { expect, test } from 'vitest';
import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import { npzOf } from '#engine/data/own/npzOf.ts';
import { histogramOf } from '#engine/data/own/preview.ts';
import { identityText, readIdentity } from '#engine/data/ownIdentity.ts';
import { dropped, everyFormat, file, iris, openIntake, previewOf, taken } from './ownFiles.ts';

const formats = everyFormat();

test('one set is the same bit for bit in every format, whatever the type of its numbers', async () => {
  const sets = await Promise.all(
    Object.values(formats).map((files) => taken(files, { isStandardised: false })),
  );
  const [first] = sets;
  for (const [i, { set, own }] of sets.entries()) {
    expect(set, Object.keys(formats)[i]).toEqual(first?.set);
    expect(own).toBe(first?.own);
  }
  expect(first?.own).toMatch(/^a-50-10-64-3-[\da-f]{8}$/);
  expect(first?.set.picture).toEqual({ rows: 8, columns: 8, black: 0, white: 255 });
});

test('what the page saves as NPZ and reads again is the same set, standardised or not', async () => {
  for (const isStandardised of [true, false]) {
    const { set, own } = await taken(formats.csv ?? [], { isStandardised });
    const again = await taken([file('a.npz', npzOf(set))], { isStandardised: false });
    expect(again.own).toBe(own);
    expect(again.set.train).toEqual(set.train);
    expect(again.set.heldOut).toEqual(set.heldOut);
  }
});

test('of a table the class is asked for, guessed by its name, and words beside it are no inputs', async () => {
  const preview = previewOf(await dropped([file('iris.csv', iris(40))]));
  expect(preview).toMatchObject({ name: 'iris', leftOut: ['note'], reason: null });
  expect(preview.choice).toEqual({ label: 'species', isStandardised: true });
  expect(preview.labels).toEqual(['id', 'length', 'width', 'note', 'species']);
  expect(preview.set?.classNames).toEqual(['setosa', 'virginica']);
  expect(preview.set?.identity).toMatchObject({ trainCount: 33, heldOutCount: 7, inputs: 3, classes: 2 });
  expect(preview.set?.classCounts.reduce((sum, count) => sum + count, 0)).toBe(33);
});

test('another class is another set of inputs: words that are left then are no numbers, and that is said', async () => {
  const { intake } = openIntake();
  await intake.take({ from: 'files', files: [file('iris.csv', iris(40))] }, 'digits', () => undefined);
  const preview = previewOf(intake.choose({ label: 'width', isStandardised: false }));
  expect(preview.leftOut).toEqual(['note', 'species']);
  expect(preview.set?.classNames).toHaveLength(7);
  expect(previewOf(intake.choose({ label: null, isStandardised: false })).set).toBeNull();
});

test('standardised on request: every input has mean 0 and deviation 1 over the samples to learn', async () => {
  const { set } = await taken([file('iris.csv', iris(40))]);
  const { inputs } = batchOf(set, set.train, placesOf(0, set.train.count));
  for (let k = 0; k < set.inputs; k++) {
    const column = inputs.filter((_, i) => i % set.inputs === k);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const square = column.reduce((sum, value) => sum + value ** 2, 0) / column.length;
    expect(Math.abs(mean)).toBeLessThan(1e-5);
    expect(Math.abs(square - 1)).toBeLessThan(1e-5);
  }
});

test('a set of two inputs is a plane around all its points, each side by its own values, and its inputs stay as they are', async () => {
  const lines = Array.from({ length: 30 }, (_, i) => `${5 + i},${1000 * (i % 3)},${i % 2 ? 'a' : 'b'}`);
  const { set } = await taken([file('points.csv', ['length,width,species', ...lines].join('\n'))], {
    isStandardised: false,
  });
  expect(set.picture).toBeNull();
  expect(set.plane?.centre).toEqual([19.5, 1000]);
  expect(set.plane?.half[0]).toBeCloseTo(0.55 * 29, 9);
  expect(set.plane?.half[1]).toBeCloseTo(1100, 9);
  expect((await taken([file('iris.csv', iris(40))])).set.plane).toBeNull();
});

test('equal samples are never on both sides, and the order of lines changes neither side', async () => {
  const lines = iris(20).split('\n');
  const doubled = [...lines, ...lines.slice(1)].join('\n');
  const [plain, turned] = await Promise.all([
    taken([file('a.csv', doubled)], { isStandardised: false }),
    taken([file('a.csv', [lines[0], ...doubled.split('\n').slice(1).toReversed()].join('\n'))], {
      isStandardised: false,
    }),
  ]);
  const rowsOf = ({ inputs, count }: DataSet['train']) =>
    Array.from({ length: count }, (_, i) => inputs.slice(3 * i, 3 * i + 3).join());
  const learned = new Set(rowsOf(plain.set.train));
  for (const row of rowsOf(plain.set.heldOut)) expect(learned.has(row)).toBe(false);
  expect(rowsOf(turned.set.heldOut).toSorted()).toEqual(rowsOf(plain.set.heldOut).toSorted());
});

test('decimal commas are read where semicolons part the cells, as a German spreadsheet saves them', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `${i},5;-0,25;${i % 2 ? 'groß' : 'klein'}`);
  const bytes = Uint8Array.from(`Länge;Breite;Klasse\r\n${rows.join('\r\n')}`, (sign) => sign.charCodeAt(0));
  const { set } = await taken([file('Maße.csv', bytes)], { isStandardised: false });
  expect(set.classNames).toEqual(['groß', 'klein']);
  expect(
    [...set.train.inputs, ...set.heldOut.inputs].filter((_, i) => i % 2 === 0).toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 12 }, (_, i) => i + 0.5));
});

test('a browser without storage trains on a set all the same, and says that it is not kept', async () => {
  const { intake } = openIntake();
  await intake.take({ from: 'files', files: formats.csv ?? [] }, 'own', () => undefined);
  expect(await intake.keep({ label: 'label', isStandardised: false })).toMatchObject({
    status: 'done',
    kept: false,
  });
});

test('a link to a set that is not here is answered by drawn digits, and a complaint that says which it was', async () => {
  const own = 'iris-125-25-4-3-0123abcd';
  const { cache } = openIntake();
  const loaded = await cache.load({ data: 'own', own }, '', async () => undefined);
  expect(loaded).toMatchObject({ name: 'digits', complaint: { code: 'ownNotHere', own } });
});

test('an identity survives its text, and a text that is none is refused', () => {
  const identity = {
    name: 'Maße_1.b',
    trainCount: 5,
    heldOutCount: 1,
    inputs: 3,
    classes: 2,
    checksum: '00ff00ff',
  };
  expect(readIdentity(identityText(identity))).toEqual(identity);
  for (const text of [
    '',
    'iris',
    'a-1-1-1-1-0123abcg',
    'a b-1-1-1-1-0123abcd',
    '-1-1-1-1-0123abcd',
    `${'a'.repeat(25)}-1-1-1-1-0123abcd`,
  ])
    expect(readIdentity(text), text).toBeNull();
});

test('a histogram counts every value once between the least and the greatest', () => {
  const { low, high, counts } = histogramOf([0, 1, 1, 4, 4, 4]);
  expect([low, high]).toEqual([0, 4]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(counts.at(-1)).toBe(3);
  expect(histogramOf([2, 2]).counts[0]).toBe(2);
});
