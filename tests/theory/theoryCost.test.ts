import { expect, test } from 'vitest';
import { twoNumbers } from '#theory/finiteWidth/chain/twoNumbers.ts';
import { orderOne } from '#theory/finiteWidth/orderOne.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { prepareWalkTheory, walkTheory } from '#theory/walkTheory.ts';
import { plainWalk } from '../plainWalk.ts';

/** How often functions of an object are called while something is worked out. */
function callsOf<T extends object>(owner: T, names: readonly (keyof T)[], work: () => void): number {
  let calls = 0;
  const own = names.map((name) => [name, owner[name]] as const);
  for (const [name, value] of own) {
    if (typeof value !== 'function') throw new Error('Only functions are called.');
    const counted = (...given: unknown[]) => {
      calls += 1;
      return value(...given);
    };
    Object.assign(owner, { [name]: counted });
  }
  try {
    work();
  } finally {
    for (const [name, value] of own) Object.assign(owner, { [name]: value });
  }
  return calls;
}

/** Evaluations of tanh and its slope. */
const evaluations = (work: () => void) => callsOf(nonlinearities.tanh, ['value', 'slope'], work);
/** Evaluations of what costs most in a pass. */
const elementary = (work: () => void) => callsOf(Math, ['exp', 'log', 'log1p', 'sqrt'], work);

const base = { ...plainWalk, nonlinearity: 'tanh', width: 100, gain: 1.1 } as const;

const theories = { 'order 1/N': orderOne, 'two numbers': twoNumbers } as const;

test.each(Object.entries(theories))(
  '%s evaluates f for its tables alone, which networks of other depths, widths and gains share',
  (_, theory) => {
    expect(evaluations(() => nonlinearities.tanh.value(1))).toBe(1);
    // Inputs a table's spacing apart, over all that the networks below come by.
    for (let log = -17; log < 3; log += 1 / 32) {
      theory({ ...base, depth: 2, width: 24, inputScale: Math.exp(log) }, 'backward');
    }
    const others = [{ depth: 1000 }, { width: 40 }, { gain: 1.7 }, { depth: 300, width: 64, gain: 0.95 }];
    for (const change of others) {
      const count = evaluations(() => {
        for (const pass of passNames) theory({ ...base, ...change }, pass);
      });
      expect(count, JSON.stringify(change)).toBe(0);
    }
  },
);

/** Networks whose v never comes to rest, and one whose v does. */
const wandering = [
  { width: 100, gain: 1.0041 },
  { width: 24, gain: 0.95 },
] as const;

test.each([
  ['order 1/N', 8],
  ['two numbers', 500],
] as const)(
  '%s costs as much for every layer: twice the depth, twice the work, at most %i functions a layer',
  (name, most) => {
    for (const one of wandering) {
      for (const pass of passNames) {
        const at = (depth: number) => elementary(() => theories[name]({ ...base, ...one, depth }, pass));
        at(1000);
        const [half, whole] = [at(500), at(1000)];
        expect(whole / half, pass).toBeLessThan(2.2);
        expect(whole / 1000, pass).toBeLessThan(most);
      }
    }
  },
);

test.each([
  ['are all the same', 'two numbers', 2],
  ['are all the same', 'order 1/N', 2],
  ['are so small that f is linear', 'order 1/N', 0.5],
] as const)('layers that %s cost next to nothing: %s', (_, name, gain) => {
  const at = (depth: number) => elementary(() => theories[name]({ ...base, gain, depth }, 'backward'));
  at(1000);
  expect(at(1000)).toBeLessThan(1.1 * at(500));
});

test('theory can be worked out in pieces, two a layer, and is then there at once, to the last bit', () => {
  const settings = { ...base, depth: 200, gain: 1.0041, pass: 'backward' } as const;
  const { mean, variance } = twoNumbers(settings, 'backward');
  const pieces = [...prepareWalkTheory(settings)];
  expect(pieces.length).toBeGreaterThan(2 * settings.depth - 2);
  let theory: ReturnType<typeof walkTheory> | null = null;
  const calls = elementary(() => {
    theory = walkTheory(settings);
  });
  expect(calls).toBeLessThan(5);
  expect(theory).toMatchObject({ kind: 'two-number', mean, variance });
  expect([...prepareWalkTheory(settings)]).toEqual([]);
});
