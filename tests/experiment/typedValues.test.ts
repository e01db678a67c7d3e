import { expect, test } from 'vitest';
import { codecs } from '#experiment/codecs/codecs.ts';
import { speak } from '#experiment/dictionary/dictionary.ts';
import { languageNames } from '#experiment/language.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { valueText } from '#experiment/link/valueText.ts';
import { wholeDictionary } from '../wholeDictionary.ts';

beLenient(lenient);

test('fractions and roots say what they were understood as; commas and full-width digits look like themselves', () => {
  const { gain, width } = codecs;
  expect(gain.parse('1,43', 'de')).toEqual({ kind: 'read', value: 1.43 });
  expect(gain.parse('１．４３')).toEqual({ kind: 'read', value: 1.43 });
  expect(gain.parse('sqrt(2)')).toEqual({ kind: 'read', value: Math.SQRT2, isRewritten: true });
  expect(gain.parse('1/4')).toEqual({ kind: 'read', value: 0.25, isRewritten: true });
  expect(width.parse('1 000')).toEqual({ kind: 'read', value: 1000, isRewritten: true });
});

test('a doubtful number is said in every language, in a field and in a link', async () => {
  for (const language of languageNames) {
    const { experiment } = await wholeDictionary(language);
    speak(language, { experiment });
    const { ambiguous } = experiment.because;
    const parsed = codecs.width.parse('1.000', language);
    expect(parsed.kind === 'unreadable' && parsed.because).toBe(ambiguous(1, 1000));
    expect(parseLink('#gain=1,432').notices.map(({ message }) => message)).toEqual([
      experiment.notice.value('gain', '1,432', ambiguous(1.432, 1432), 'auto'),
    ]);
  }
});

test('what is said of a doubtful number, in English', async () => {
  speak('en', await wholeDictionary('en'));
  expect(parseLink('#gain=1,432').notices.map(({ message }) => message)).toEqual([
    'gain=1,432 may mean 1.432 or 1432: auto is used instead.',
  ]);
});

test('a link’s numbers are read as typed ones', () => {
  for (const [link, key, value] of [
    ['gain=1,43', 'gain', 1.43],
    ['gain=sqrt(2)', 'gain', Math.SQRT2],
    ['gain=%E2%88%9A2', 'gain', Math.SQRT2],
    ['gain=sqrt(2)).', 'gain', Math.SQRT2],
    ['bias=1/√3', 'bias', 1 / Math.sqrt(3)],
    ['walks=1%20000', 'walks', 1000],
    ["walks=1'000'", 'walks', 1000],
    ['walks=%EF%BC%91%EF%BC%90', 'walks', 10],
    ['widths=784–512–10', 'widths', [784, 512, 10]],
    ['widths=784 x 512 x 10', 'widths', [784, 512, 10]],
    ['widths=784,512,10', 'widths', [784, 512, 10]],
    ['widths=1 000-512', 'widths', [1000, 512]],
  ] as const) {
    const { experiment, notices } = parseLink(`#${link}`);
    expect(experiment[key], link).toEqual(value);
    expect(notices, link).toEqual([]);
  }
});

test('widths with doubtful or misplaced thousands are not taken', () => {
  for (const text of ['1.000-512', '1,000-512', '1,024,512', '784-512.5', '784-']) {
    expect(codecs.widths.parse(text).kind, text).toBe('unreadable');
  }
});

test('a number that a program gives has no doubtful point', () => {
  expect([1.234, 1000, 0.5, '1.234'].map(valueText)).toEqual(['1.2340', '1000', '0.5', '1.234']);
  expect(codecs.depth.parse(valueText(1.234))).toMatchObject({ kind: 'changed', value: 1 });
});
