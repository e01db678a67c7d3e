import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codecs } from '#experiment/codecs/codecs.ts';
import { languageNames } from '#experiment/language.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { factorText, measuredText, numberText, percentText, shortText } from '#plots/numberText.ts';
import { stepText, tickText } from '#plots/ticks.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import { speakEnglish, speakLoaded } from '#ui/dictionary/loadDictionary.ts';
import { countText } from '#ui/text/countText.ts';
import { durationText } from '#ui/text/durationText.ts';

beLenient(lenient);

afterEach(() => {
  vi.unstubAllGlobals();
  speakEnglish();
});

const writeIn = (numbers: string) => vi.stubGlobal('document', { documentElement: { dataset: { numbers } } });

test('without a document numbers are written as in English', () => {
  expect(writtenNumber(1.5)).toBe('1.5');
});

test('in French, as in German, every text has a decimal comma, and none where there are no decimals', () => {
  for (const language of ['fr', 'de']) {
    writeIn(language);
    expect(numberText(-0.02542)).toBe('−0,0254');
    expect(numberText(-3.2e-7)).toBe('−3,2·10⁻⁷');
    expect(measuredText(-25.387, 0.61)).toBe('−25,39 ± 0,61');
    expect(measuredText(-5.01e-8, 2.3e-9)).toBe('(−5,0 ± 0,2)·10⁻⁸');
    expect([0.3239, 1e-9, 1 - 1e-9, 0, 1].map(percentText)).toEqual([
      '32,4 %',
      '< 0,1 %',
      '> 99,9 %',
      '0 %',
      '100 %',
    ]);
    expect([Math.log(12.84), -Math.log(148), 0, 711].map(factorText)).toEqual([
      '12,8',
      '1/148',
      '1,00',
      '10³⁰⁹',
    ]);
    expect([2, 0.1, 100, 1.5].map((value) => shortText(value, 3))).toEqual(['2', '0,1', '100', '1,5']);
    expect([0.25, 20].map((value) => tickText(value))).toEqual(['0,25', '20']);
    expect([-0.5, 0, 0.5].map(stepText([-0.5, 0, 0.5]))).toEqual(['−0,5', '0,0', '0,5']);
    expect([400, 12_000].map(durationText)).toEqual(['0,4 s', '12 s']);
  }
});

describe.each(languageNames)('%s', (language) => {
  test('a number as it is written in a field is read as what it is', () => {
    writeIn(language);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom(10, 100, 1000, 10_000),
        (count, parts) => {
          const value = count / parts;
          fc.pre(value >= 0.01 && value <= 100);
          const parsed = codecs.gain.parse(writtenNumber(codecs.gain.serialize(value)), language);
          expect(parsed).toEqual({ kind: 'read', value });
        },
      ),
      { seed: 4, numRuns: 1000 },
    );
  });

  test('counts have thin spaces, and words of the language from a million on', async () => {
    await speakLoaded(language);
    expect([0, 999, 12_345, 999_999].map(countText)).toEqual(['0', '999', '12\u2009345', '999\u2009999']);
    const words = new Intl.NumberFormat(language, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: 1,
    });
    expect(countText(1_540_000)).toBe(words.format(1_500_000));
    expect(countText(13_400_000)).toBe(words.format(13_000_000));
    expect(countText(2_000_000_000)).toBe(words.format(2e9));
  });
});

test('what a million is called', async () => {
  const said = [];
  for (const language of ['en', 'de', 'fr'] as const) {
    await speakLoaded(language);
    said.push(countText(1.5e6), countText(13e6));
  }
  expect(said.map((text) => text.replace(/\s/g, ' '))).toEqual([
    '1.5 million',
    '13 million',
    '1,5 Millionen',
    '13 Millionen',
    '1,5 million',
    '13 millions',
  ]);
});
