import { expect, test } from 'vitest';
import { type EngineReason, ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { speak } from '#experiment/dictionary/dictionary.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import { languageNames } from '#experiment/language.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

/** The reason in every language, English first. */
async function saidInAll(reason: EngineReason): Promise<string[]> {
  const said = [];
  for (const language of languageNames) {
    speak(language, await wholeDictionary(language));
    said.push(reasonText(reason));
  }
  return said;
}

const size = { file: 'train-labels', dimensions: [30, 2], expected: 60, bytes: 57 };

/** A reason of every code, and what its sentence must name. */
const samples: { readonly [K in EngineReason['code']]: readonly [EngineReason, ...RegExp[]] } = {
  notHere: [{ code: 'notHere' }, /MNIST/],
  missing: [{ code: 'missing', file: 'a-b', given: ['c', 'd'] }, /a-b/, /c, d/],
  unreadable: [{ code: 'unreadable', file: 'a-b', detail: 'locked' }, /a-b/, /locked/],
  damaged: [{ code: 'damaged', file: 'a-b' }, /a-b/],
  tooBig: [{ code: 'tooBig', file: 'a-b', allowedBytes: 2 ** 26 }, /a-b/, /64\sM/],
  wrongSum: [{ code: 'wrongSum', file: 'a-b', host: 'one.org' }, /a-b/, /one\.org/],
  notIdx: [{ code: 'notIdx', file: 'a-b', first: [31, 2] }, /a-b/, /1f 02/],
  headCutOff: [{ code: 'headCutOff', file: 'a-b', bytes: 6 }, /a-b/, / 6 /],
  truncated: [{ code: 'truncated', ...size }, /train-labels/, /57/, /60/, /30 x 2/],
  tooLong: [{ code: 'tooLong', ...size }, /train-labels/, /57/, /60/, /30 x 2/],
  notPictures: [{ code: 'notPictures', file: 'a-b', dimensions: [30, 20, 20] }, /a-b/, /30 x 20 x 20/],
  wrongLabel: [{ code: 'wrongLabel', file: 'a-b', label: 12 }, /a-b/, /12/],
  unmatched: [{ code: 'unmatched', images: 'a', pictures: 10, labels: 'b', count: 9 }, /10/, /9/],
  empty: [{ code: 'empty', file: 'a-b' }, /a-b/],
  notServed: [{ code: 'notServed', address: 'http://x/y/' }, /http:\/\/x\/y\//],
  notFetched: [
    {
      code: 'notFetched',
      mirrors: [
        { host: 'one.org', detail: null },
        { host: 'two.org', detail: 'Failed to fetch' },
      ],
    },
    /one\.org/,
    /two\.org.*\(Failed to fetch\)/,
  ],
  otherNetwork: [
    { code: 'otherNetwork', inputs: 4, outputs: 3, neededInputs: 784, neededOutputs: 10 },
    /4/,
    /3/,
    /784/,
    /10/,
  ],
  webPage: [{ code: 'webPage', file: 'a-b' }, /a-b/],
  notText: [{ code: 'notText', file: 'a-b' }, /a-b/],
  notNpy: [{ code: 'notNpy', file: 'a-b' }, /a-b/],
  unknownKind: [{ code: 'unknownKind', file: 'a-b' }, /a-b/, /CSV/, /NPZ/],
  twice: [{ code: 'twice', files: ['a-b', 'c-d'] }, /a-b \S+ c-d/],
  idxType: [{ code: 'idxType', file: 'a-b', type: 0x0e }, /a-b/, /doubles/i, /numpy\.save/],
  noHead: [{ code: 'noHead', file: 'a-b', first: '5.1, 3' }, /a-b/, /5\.1, 3/],
  sameColumn: [{ code: 'sameColumn', file: 'a-b', column: 'c' }, /a-b/, /\bc\b/],
  ragged: [{ code: 'ragged', file: 'a-b', row: 7, found: 2, expected: 5 }, /a-b/, /7/, /2/, /5/],
  openQuote: [{ code: 'openQuote', file: 'a-b', row: 7 }, /a-b/, /7/],
  notNumber: [{ code: 'notNumber', file: 'a-b', column: 'age', row: 7, cell: 'NA' }, /a-b/, /age/, /7/, /NA/],
  noInputs: [{ code: 'noInputs', given: ['a-b', 'c'] }, /a-b, c/],
  noLabels: [{ code: 'noLabels', given: ['a-b', 'c'] }, /a-b, c/],
  npyType: [{ code: 'npyType', file: 'a-b', type: '<U6' }, /a-b/, /<U6/, /numpy\.unique/],
  labelShape: [{ code: 'labelShape', file: 'a-b', dimensions: [60, 3] }, /a-b/, /60 x 3/, /argmax/],
  notFinite: [{ code: 'notFinite', file: 'a-b', row: 7 }, /a-b/, /7/],
  notWhole: [{ code: 'notWhole', file: 'a-b', row: 7, value: 0.5 }, /a-b/, /7/, /0[.,]5/],
  unlike: [{ code: 'unlike', train: 'a-b', heldOut: 'c-d' }, /a-b/, /c-d/],
  mixed: [{ code: 'mixed', files: ['a-b', 'c-d'] }, /a-b, c-d/],
  tooMany: [{ code: 'tooMany', what: 'classes', found: 300, most: 256 }, /300/, /256/],
  fewSamples: [{ code: 'fewSamples', name: 'iris' }, /iris/],
  oneClass: [{ code: 'oneClass', name: 'iris' }, /iris/],
  ownNotHere: [
    { code: 'ownNotHere', own: 'iris-125-25-4-3-0123abcd' },
    /\biris\b/,
    /125/,
    /25/,
    /4/,
    /3/,
    /0123abcd/,
  ],
  draftGone: [{ code: 'draftGone' }],
  notANumber: [{ code: 'notANumber', step: 17 }, /NaN/, /17/, /backend=cpu/],
  tooLarge: [
    { code: 'tooLarge', neededBytes: 3 * 2 ** 30, allowedBytes: 2 ** 27, depth: 31 },
    /3072\sM/,
    /128\sM/,
    /31/,
  ],
  wrongNumbers: [
    { code: 'wrongNumbers', what: 'walk', step: 7, measured: 0, expected: 0.25, allowed: 0.0026 },
    / 7 /,
    /0[.,]25/,
    /backend=cpu/,
  ],
  noBuffer: [{ code: 'noBuffer', neededBytes: 2 ** 28, allowedBytes: 2 ** 27 }, /256\sM/, /128\sM/],
  noMemory: [{ code: 'noMemory', detail: 'heap' }, /\(heap\)/],
  deviceError: [{ code: 'deviceError', detail: 'invalid' }, /\(invalid\)/],
  stopped: [{ code: 'stopped', detail: 'boom', isReplaced: true }, /\(boom\)/],
  noBackend: [{ code: 'noBackend', backend: 'wasm' }, /wasm/],
  unforeseen: [{ code: 'unforeseen', detail: 'out of memory' }, /[“„«].?out of memory.?[”“»]/],
};

for (const [code, [reason, ...named]] of Object.entries(samples)) {
  test(`${code} is a sentence of its own in every language, with its values`, async () => {
    expect(reason.code).toBe(code);
    const said = await saidInAll(reason);
    expect(new Set(said).size).toBe(languageNames.length);
    for (const text of said) {
      expect(text).toMatch(/^\S.{10,}[.”“»]$/);
      expect(text).not.toMatch(/undefined|\[object| {2}/);
      for (const name of named) expect(text).toMatch(name);
    }
  });
}

test('an engine that died for good is not said to be replaced, and empty details leave no brackets', async () => {
  const died = (isReplaced: boolean) => saidInAll({ code: 'stopped', detail: '', isReplaced });
  const [replaced, gone] = [await died(true), await died(false)];
  for (const [i, text] of gone.entries()) {
    expect(text).not.toBe(replaced[i]);
    expect(text).not.toContain('(');
  }
});

test('an error carries its reason to the page; any other one its own words', () => {
  const reason = { code: 'notANumber', step: 3 } as const;
  expect(reasonOf(new ReasonError(reason))).toEqual(reason);
  expect(reasonOf(new Error('no'))).toEqual({ code: 'unforeseen', detail: 'no' });
  expect(reasonOf('thrown')).toEqual({ code: 'unforeseen', detail: 'thrown' });
});
