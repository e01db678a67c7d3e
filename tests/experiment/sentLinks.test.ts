import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { lenient } from '#experiment/lenience/lenient.ts';
import { foreignQuery, isQueryRead } from '#experiment/link/addressPairs.ts';
import { mostPairs } from '#experiment/link/boundedPairs.ts';
import { changeByPairs, formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { anyExperiment } from './anyExperiment.ts';
import { cutHabits, sureHabits } from './linkHabits.ts';

beLenient(lenient);

const sent: Partial<Experiment> = { f: 'relu', depth: 200, hide: ['gain', 'seed'] };
const link = 'f=relu&depth=200&hide=gain,seed';

/** What is opened of an address: what differs from the defaults, and the kinds of its notices. */
function opened(address: string) {
  const { experiment, unknown, notices } = parseLink(address);
  return { link: formatLink(experiment, unknown), notices: notices.map(({ kind }) => kind) };
}

/** One row a habit that trust.md or a bug report names: the address that arrives. */
const arriving: readonly (readonly [string, string])[] = [
  ['HTML’s ampersands', '#f=relu&amp;depth=200&amp;amp;hide=gain,seed'],
  ['numbered ampersands', '#f=relu&#38;depth=200&#x26;hide=gain,seed'],
  ['ampersands of HTML, encoded', '#f=relu&amp%3Bdepth=200&amp%3Bhide=gain,seed'],
  ['a # encoded behind another', '#%23f=relu&depth=200&hide=gain,seed'],
  ['everything encoded', '#f%3Drelu%26depth%3D200%26hide%3Dgain%2Cseed'],
  ['everything encoded twice', '#f%253Drelu%2526depth%253D200%2526hide%253Dgain%252Cseed'],
  ['the ampersands encoded', '#f=relu%26depth=200%26hide=gain,seed'],
  ['the tail encoded', '#f=relu%26depth%3D200%26hide%3Dgain,seed'],
  ['the = encoded', '#f%3Drelu&depth%3D200&hide%3Dgain,seed'],
  ['a shebang', `#!${link}`],
  ['a route', `#/${link}`],
  ['a shebang and a route', `#!/${link}`],
  ['a query in the fragment', `#?${link}`],
  ['the end of a sentence', `#${link}.`],
  ['the end of a bracket', `#${link}).`],
  ['the end of an angle bracket', `#${link}%3E`],
  ['the end of a quotation', `#${link}%22,`],
  ['the end of a curly quotation', `#${link}%E2%80%9D`],
  ['an apostrophe', `#${link}'`],
  ['a semicolon', `#${link};`],
  ['a quotation in HTML', `#${link}&quot;&gt;`],
  ['bold type', `#${link}**`],
  ['a zero-width space', '#f=re%E2%80%8Blu&de%E2%80%8Dpth=20%EF%BB%BF0&hide=gain,seed%E2%80%8B'],
  ['capital letters', '#F=RELU&Depth=200&HIDE=Gain,Seed'],
  ['what campaigns add in front', `#utm_source=a&utm_medium=b&${link}`],
  ['what networks add behind', `#${link}&fbclid=${'x'.repeat(90)}&gclid=1`],
  ['what is added behind a second ?', `#${link}?utm_source=a&mc_cid=b`],
  ['tracking in the query', `?fbclid=a#${link}`],
  ['quoted-printable', '#f=3Drelu&depth=3D200&hide=3Dgain,seed'],
  ['a query', `?${link}`],
  ['a query with HTML’s ampersands', '?f=relu&amp;depth=200&amp;hide=gain,seed'],
  ['a query encoded as a whole', '?f%3Drelu%26depth%3D200%26hide%3Dgain%2Cseed'],
  ['half in the query', '?f=relu#depth=200&hide=gain,seed'],
];

for (const [habit, address] of arriving) {
  test(`${habit}: the experiment that was sent is opened without a word`, () => {
    expect(opened(address)).toEqual({ link, notices: [] });
    expect(parseLink(address).experiment).toEqual({ ...defaultExperiment, ...sent });
  });
}

test('what may be another experiment is said', () => {
  for (const [address, kind] of [
    ['#f=relu&depth=2...', 'unreadable'],
    ['#f=relu&depth=2%E2%80%A6', 'unreadable'],
    ['#f=relu&depth=20%200', 'unreadable'],
    ['#f=relu&depth=200%20is%20nice', 'unreadable'],
    ['#f=relu&dep', 'unknown'],
    ['#f=relu&depth=1.000', 'unreadable'],
    ['?depth=7#depth=9', 'repeated'],
    ['?f=relu&dream=1', 'unknown'],
  ] as const) {
    expect(opened(address).notices, address).toEqual([kind]);
  }
});

test('2,000 links mangled at random open the experiment that was sent, or say that they do not', () => {
  let lost = 0;
  const sure = fc.subarray([...sureHabits], { maxLength: 3 });
  const cut = fc.option(fc.constantFrom(...cutHabits), { freq: 2 });
  fc.assert(
    fc.property(anyExperiment, cut, sure, fc.nat(), (experiment, first, others, salt) => {
      const habits = first ? [first, ...others] : others;
      const written = `#${formatLink(experiment)}`;
      const before = parseLink(written);
      const address = habits.reduce((text, { mangle }) => mangle(text, salt), written);
      const after = parseLink(address);
      const said = new Set(before.notices.map(({ message }) => message));
      const isSame = JSON.stringify(after.experiment) === JSON.stringify(before.experiment);
      const how = `${habits.map(({ name }) => name).join(', ')}: ${address}`;
      if (!first) expect(after, how).toEqual(before);
      if (isSame) return;
      lost += 1;
      expect(
        after.notices.some(({ message }) => !said.has(message)),
        how,
      ).toBe(true);
    }),
    { seed: 14, numRuns: 2000, endOnFailure: true },
  );
  // What was cut off cannot be known: the test is one of notices, too.
  expect(lost).toBeGreaterThan(500);
});

test('a link that the app wrote is read as it is, and read anew when it was mended', () => {
  fc.assert(
    fc.property(anyExperiment, fc.array(fc.tuple(fc.string(), fc.string())), (experiment, pairs) => {
      const from = changeByPairs({ experiment, unknown: [] }, pairs, noFoundGains);
      const written = formatLink(from.experiment, from.unknown);
      expect(formatLink(...linkOf(`#${written}`))).toBe(written);
    }),
    { seed: 16, numRuns: 500 },
  );
});

const linkOf = (address: string) => {
  const { experiment, unknown } = parseLink(address);
  return [experiment, unknown] as const;
};

test('of what query and fragment both say the fragment holds; the same said twice is no news', () => {
  expect(opened('?depth=7&f=relu#depth=9')).toEqual({ link: 'f=relu&depth=9', notices: ['repeated'] });
  expect(opened('?depth=9&f=relu#depth=9')).toEqual({ link: 'f=relu&depth=9', notices: [] });
});

test('a query without a key of the link is the host’s business', () => {
  for (const query of ['?v=17', '?id=5&token=abc', '?utm_source=a', '?presenter=ab', '?', '']) {
    expect(isQueryRead(query), query).toBe(false);
    expect(opened(`${query}#depth=9`)).toEqual({ link: 'depth=9', notices: [] });
  }
});

test('when the experiment has moved behind #, the host’s parameters stay in the query', () => {
  expect(foreignQuery('?f=relu&token=a%26b&utm_source=c&Depth=7&id=5')).toBe('?token=a%26b&id=5');
  expect(foreignQuery('?f=relu&amp;depth=7')).toBe('');
  expect(foreignQuery('')).toBe('');
});

test('a hostile query is bounded as a hostile fragment is', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `k${i}=${i}`).join('&');
  const { unknown, notices } = parseLink(`?f=relu&${many}#depth=7`);
  expect(unknown).toEqual([]);
  expect(notices.filter(({ kind }) => kind === 'refused').map(({ given }) => given)).toEqual([
    '100002',
    String(mostPairs - 1 - 20),
  ]);
  const long = '9'.repeat(100_000);
  expect(parseLink(`?depth=${long}&gain=2#width=${long}`).notices).toHaveLength(1);
});

test('a text of 200,000 signs of any kind is read at once', () => {
  const signs = [
    '%',
    '%25',
    '%2525',
    '&amp;',
    '&#3',
    'amp;',
    '#',
    '=',
    '%3D',
    'a%26b=',
    '\u200B',
    ')',
    "'",
    '.',
  ];
  for (const sign of signs) {
    for (const head of ['#', '?f=relu', '#depth=', '#utm_', '#dream=']) {
      const beganMs = performance.now();
      parseLink(head + sign.repeat(200_000 / sign.length));
      // A quadratic one takes a minute.
      expect(performance.now() - beganMs, `${head} ${sign}`).toBeLessThan(3000);
    }
  }
});
