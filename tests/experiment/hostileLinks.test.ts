import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { type Experiment, parameterKeys } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { lenience } from '#experiment/lenience/lenience.ts';
import { mostPairs } from '#experiment/link/boundedPairs.ts';
import { changeByPairs, formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import type { LinkPair } from '#experiment/link/linkPair.ts';
import { hideableNames, schema } from '#experiment/schema.ts';
import { openFile } from '#run/openFile.ts';
import { changeByText, createWalkStore } from '#run/store.ts';

const loneSurrogates = ['\uD800', 'a\uDC00b', '\uDBFF\uD83D', '\uDFFF\uD800'] as const;

/** Any text at all: single code units, halves of pairs among them. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

const openedBy = (pairs: readonly LinkPair[]) =>
  changeByPairs({ experiment: defaultExperiment, unknown: [] }, pairs, noFoundGains);

test('a lone surrogate as a key or a value becomes a sign that an address can hold, by every way in', async () => {
  for (const text of loneSurrogates) {
    const store = createWalkStore();
    changeByText(store, [
      [text, 'a'],
      ['dream', text],
      ['depth', text],
    ]);
    const file = JSON.stringify({ experiment: { depth: 7, [text]: text } });
    const opened = createWalkStore();
    expect(await openFile(opened, { name: 'a.json', size: file.length, text: async () => file })).toBe(
      'opened',
    );
    expect(opened.getState().experiment.depth).toBe(7);
    for (const { experiment, unknown } of [
      store.getState(),
      opened.getState(),
      parseLink(`#${text}=${text}`),
    ]) {
      const link = formatLink(experiment, unknown);
      expect(parseLink(`#${link}`).unknown).toEqual(unknown);
      expect(link).toContain('%EF%BF%BD');
    }
  }
});

test('a link is written of any keys and values whatever, and read again as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 30 }), (pairs) => {
      expect(() => formatLink(defaultExperiment, pairs)).not.toThrow();
      const { experiment, unknown } = openedBy(pairs);
      const again = parseLink(`#${formatLink(experiment, unknown)}`);
      // A pair without key and value is no part of an address.
      expect(again.unknown).toEqual(unknown);
      expect(again.experiment).toEqual(experiment);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('too many pairs are refused in one notice', () => {
  const hash = `#${Array.from({ length: 160_000 }, (_, i) => `k${i}=${i}`).join('&')}`;
  const { unknown, notices } = parseLink(hash);
  expect(unknown).toHaveLength(20);
  const refused = notices.filter(({ kind }) => kind === 'refused');
  expect(refused.map(({ given }) => given)).toEqual(['160000', String(mostPairs - 20)]);
  expect(notices).toHaveLength(22);
});

test('texts too long to mean anything are refused in one notice, whatever their number', () => {
  const long = '9'.repeat(100_000);
  const { experiment, notices } = parseLink(`#depth=${long}&width=${long}&dream=${long}&${long}=1&gain=2`);
  expect(experiment).toEqual({ ...defaultExperiment, gain: 2 });
  expect(notices).toHaveLength(1);
  expect(notices[0]?.kind).toBe('refused');
  expect(notices[0]?.message).toContain('depth, width, dream');
  expect(notices[0]?.message.length).toBeLessThan(200);
});

test('the longest lists that mean something are still read', () => {
  const widths = Array.from({ length: 65 }, () => 4096);
  const experiment: Experiment = { ...defaultExperiment, hide: hideableNames, widths };
  expect(parseLink(`#${formatLink(experiment)}`)).toEqual({ experiment, unknown: [], notices: [] });
});

test('a codec reads a text of a million signs of any kind at once', () => {
  for (const sign of ['9', ' ', '.', 'e', '-', ',', 'x', 'depth,']) {
    const text = sign.repeat(1_000_000);
    for (const key of parameterKeys) {
      const beganMs = performance.now();
      expect(codecs[key].parse(`1${text}!`).kind, `${key} ${sign}`).toBe('unreadable');
      // A quadratic one takes minutes.
      expect(performance.now() - beganMs, `${key} ${sign}`).toBeLessThan(1000);
    }
  }
});

test('unknown keys by message, without end, are refused beyond twenty, and the address stays short', () => {
  const store = createWalkStore();
  for (let i = 0; i < 2000; i++) {
    const notices = changeByText(store, [[`dream${i}`, '\u{10FFFF}'.repeat(32)]]);
    expect(notices.map(({ kind }) => kind)).toEqual([i < 20 ? 'unknown' : 'refused']);
  }
  const { experiment, unknown } = store.getState();
  expect(unknown).toHaveLength(20);
  expect(formatLink(experiment, unknown).length).toBeLessThan(20 * 64 * 2 * 9);
  // A key that is kept can still change.
  changeByText(store, [['dream0', 'new']]);
  expect(store.getState().unknown[0]).toEqual(['dream0', 'new']);
});

test('the defaults are within every bound', () => {
  const pairs = parameterKeys.map((key): LinkPair => [key, String(schema[key].default)]);
  expect(openedBy(pairs)).toEqual({ experiment: defaultExperiment, unknown: [], notices: [] });
});

test('before the part that mends links and reads typed numbers is loaded, what needs it is said', () => {
  for (const hash of [
    '#F=relu',
    '#!f=relu',
    '#f=relu.',
    '#f%3Drelu',
    '#gain=1/3',
    '#depth=1.000',
    '#gain=1,5',
  ]) {
    expect(lenience(), hash).toBeNull();
    expect(parseLink(hash).experiment, hash).toEqual(defaultExperiment);
    expect(parseLink(hash).notices, hash).toHaveLength(1);
  }
  expect(parseLink('#f=relu&amp;depth=7').notices).toHaveLength(1);
});
