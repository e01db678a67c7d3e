import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '#experiment/codecs/readNumber.ts';
import { type LanguageName, languageNames } from '#experiment/language.ts';

/** Wherever it stands, and in both kinds of places. */
const contexts = [undefined, ...languageNames].flatMap((language) =>
  [false, true].map((isWhole) => ({ isWhole, language })),
);

/** What each text means in every language, among whole and among real numbers. */
const everywhere: readonly (readonly [string, number])[] = [
  ['1.43', 1.43],
  ['1,43', 1.43],
  ['.5', 0.5],
  [',5', 0.5],
  ['1.', 1],
  ['0,500', 0.5],
  ['0.125', 0.125],
  ['1234,567', 1234.567],
  ['1 000', 1000],
  ['1\u00A0000', 1000],
  ['1\u2009000', 1000],
  ['1\u202F000', 1000],
  ['12 345 678', 12345678],
  ["1'000", 1000],
  ['1’000', 1000],
  ['1.000.000', 1e6],
  ['1,000,000', 1e6],
  ['1.000,5', 1000.5],
  ['1,000.5', 1000.5],
  ['1 000,25', 1000.25],
  ["1'000.25", 1000.25],
  ['１２３', 123],
  ['１，５', 1.5],
  ['１．５', 1.5],
  ['1/3', 1 / 3],
  ['2 / 3', 2 / 3],
  ['１／４', 0.25],
  ['1⁄4', 0.25],
  ['sqrt(2)', Math.SQRT2],
  ['SQRT( 2 )', Math.SQRT2],
  ['Wurzel(2)', Math.SQRT2],
  ['racine(2)', Math.SQRT2],
  ['sqrt 2', Math.SQRT2],
  ['√2', Math.SQRT2],
  ['√(2)', Math.SQRT2],
  ['√(1/3)', Math.sqrt(1 / 3)],
  ['1/√3', 1 / Math.sqrt(3)],
  ['√2/2', Math.SQRT2 / 2],
  ['2√2', 2 * Math.SQRT2],
  ['2·√2', 2 * Math.SQRT2],
  ['√1,21', 1.1],
  ['1e-3', 1e-3],
  ['1E3', 1e3],
  ['1,5e-3', 1.5e-3],
  ['1e\u22123', 1e-3],
  ['\u22125', -5],
  ['–5', -5],
  ['+5', 5],
  ['-√4', -2],
  [' 7\u200B ', 7],
];

test('what people type is the number that they mean, in every language', () => {
  for (const [text, value] of everywhere) {
    for (const context of contexts) {
      const read = readNumber(text, context);
      expect(read, `${text} ${JSON.stringify(context)}`).toMatchObject({ kind: 'number' });
      if (read.kind === 'number') expect(read.value, text).toBeCloseTo(value, 12);
    }
  }
});

test('what is no number is none', () => {
  const texts = [
    '',
    ' ',
    '-',
    '.',
    ',',
    '1..2',
    '1 00',
    '1,00,000',
    '1 0000',
    '12 34',
    '0 500',
    '1/0',
    '1/2/3',
  ];
  const more = [
    '√',
    '√-1',
    'sqrt()',
    'sqrt(2',
    '√√2',
    '1e',
    '1e1.5',
    '0x10',
    '١٢',
    '10²',
    '1½',
    '1.000.00',
    'NaN',
  ];
  for (const text of [...texts, ...more, 'Infinity', '1,5.0', "1'000 000", '/', '1/', '(2)', '2 apples']) {
    for (const context of contexts) expect(readNumber(text, context), text).toEqual({ kind: 'none' });
  }
});

test('one sign before three digits is never guessed among whole numbers', () => {
  for (const text of ['1.000', '1,000', '12.500', '999,999', '-1.000']) {
    for (const language of [undefined, ...languageNames]) {
      expect(readNumber(text, { isWhole: true, language }).kind, `${text} ${language}`).toBe('ambiguous');
    }
  }
});

/** The sign that a language writes before decimals. */
const decimalSign = (language: LanguageName) => new Intl.NumberFormat(language).format(0.5)[1];

test('among real numbers the point is the link’s, and the comma that of a language that has it', () => {
  const read = (text: string, language?: LanguageName) => {
    const number = readNumber(text, { isWhole: false, language });
    return number.kind === 'number' ? number.value : number.kind;
  };
  for (const [text, inLinks, withComma, withPoint] of [
    ['1.432', 1.432, 1.432, 1.432],
    ['1,432', 'ambiguous', 1.432, 'ambiguous'],
    // No field writes a last 0: with a decimal comma it may be a thousand.
    ['1.500', 1.5, 'ambiguous', 1.5],
    ['1,500', 'ambiguous', 1.5, 'ambiguous'],
    ['1,000/3', 'ambiguous', 1 / 3, 'ambiguous'],
    ['√1.000', 1, 'ambiguous', 1],
  ] as const) {
    expect(read(text), text).toBe(inLinks);
    for (const language of languageNames) {
      const expected = decimalSign(language) === ',' ? withComma : withPoint;
      expect(read(text, language), `${text} ${language}`).toBe(expected);
    }
  }
});

test('what JavaScript writes is read as it is, in every language', () => {
  const anyDouble = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => Number(value.toPrecision(4))),
    fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 1000),
  );
  fc.assert(
    fc.property(anyDouble, fc.constantFrom(undefined, ...languageNames), (value, language) => {
      const expected = { kind: 'number', value, isRewritten: false };
      expect(readNumber(String(value), { isWhole: false, language })).toEqual({
        ...expected,
        // JavaScript writes -0 as 0.
        value: value + 0,
      });
    }),
    { seed: 1, numRuns: 2000 },
  );
});

/** A point before three digits that end in no 0 is the decimal point of a link, in every language. */
const isPagesOwn = (text: string) => /^\d{1,3}\.\d\d[1-9]$/.test(text);

test('what a language writes with thousands and decimals is the number, or said to be two', () => {
  const value = fc.oneof(
    fc.nat({ max: 5_000_000 }),
    fc.nat({ max: 10_000_000 }).map((n) => n / 1000),
  );
  const written = fc.constantFrom(
    ...languageNames.map((name) => [name, name] as const),
    ...(['de-CH', 'fr-CH', 'sv'] as const).map((tag) => [tag, undefined] as const),
  );
  fc.assert(
    fc.property(value, written, fc.boolean(), (number, [tag, language], isWhole) => {
      const text = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 }).format(number);
      const read = readNumber(text, { isWhole, language });
      if (read.kind === 'ambiguous') expect(read.values, text).toContain(number);
      else if (isWhole || !isPagesOwn(text)) expect(read, text).toMatchObject({ value: number });
      if (/^\d{1,3}[.,]\d{3}$/.test(text)) return;
      for (const context of contexts) {
        expect(readNumber(text, context), text).toMatchObject({ kind: 'number', value: number });
      }
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test('no text makes the parser throw, and what it gives is a number', () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0123456789.,'/()√e+- √"), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string()), fc.constantFrom(...contexts), (text, context) => {
      const read = readNumber(text, context);
      if (read.kind === 'number') expect(read.value, text).not.toBeNaN();
      if (read.kind === 'ambiguous') expect(read.values[0], text).not.toBe(read.values[1]);
    }),
    { seed: 3, numRuns: 5000 },
  );
});
