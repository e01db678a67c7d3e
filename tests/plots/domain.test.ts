import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeExtent, type Domain, soundDomain } from '#plots/domain.ts';
import { logScale, soundLogDomain } from '#plots/logAxis.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { linearScale } from '#plots/scales.ts';
import { steadyDomain } from '#plots/steadyDomain.ts';
import { type SweepAxis, sweepScale, sweepTicks } from '#plots/sweepScale.ts';
import { stepText } from '#plots/ticks.ts';

/** Ends that some computation could come to. */
const hostile = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  0,
  -0,
  5e-324,
  -5e-324,
  1e-300,
  1e300,
  -1e300,
  Number.MAX_VALUE,
  1,
  1 + Number.EPSILON,
];
const end = fc.oneof(fc.constantFrom(...hostile), fc.double());
const anyDomain: fc.Arbitrary<Domain> = fc.oneof(
  fc.tuple(end, end),
  end.map((value): Domain => [value, value]),
);

/** Two finite ends, the low one first, and ticks between them that are told apart. */
function expectSound([low, high]: Domain): void {
  expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
  expect(low).toBeLessThan(high);
  expect(Number.isFinite(high - low)).toBe(true);
  expect((low + high) / 2).toBeGreaterThan(low);
  expect((low + high) / 2).toBeLessThan(high);
}

test('an axis refuses a domain that is none: whatever is asked, its ends are finite and apart', () => {
  fc.assert(
    fc.property(anyDomain, (domain) => {
      expectSound(soundDomain(domain, [0, 1]));
      const log = soundLogDomain(domain);
      expectSound(log);
      expect(log[0]).toBeGreaterThan(0);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('a domain that is one stays as it is', () => {
  for (const domain of [
    [-1, 1],
    [0, 1e-6],
    [-2500, 500],
    [1e6, 1e6 + 1],
  ] as const) {
    expect(soundDomain(domain, [0, 1])).toEqual(domain);
  }
  expect(soundLogDomain([1e-6, 1e5])).toEqual([1e-6, 1e5]);
});

test('every scale over every domain puts every finite value at a finite px, and its ticks too', () => {
  fc.assert(
    fc.property(anyDomain, fc.double({ noNaN: true, noDefaultInfinity: true }), (domain, value) => {
      const scales = [linearScale(domain, [300, 20]).clamp(true), logScale(domain, [300, 20])];
      for (const kind of ['linear', 'log', 'squeezed'] as const) {
        const axis: SweepAxis = { kind, domain, title: '' };
        const scale = sweepScale(axis, [40, 400]);
        scales.push(...([scale] as never[]));
        for (const tick of sweepTicks(axis, 6))
          expect(Number.isFinite(scale(tick)), `${kind} ${tick}`).toBe(true);
      }
      for (const scale of scales) expect(Number.isFinite(scale(value))).toBe(true);
      const [linear] = scales;
      const ticks = linear?.ticks(6) ?? [];
      expect(ticks.length).toBeLessThan(40);
      for (const tick of ticks) expect(stepText(ticks)(tick)).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('a moving axis that was asked for no domain at all keeps its last good one, and goes on from there', () => {
  fc.assert(
    fc.property(fc.array(anyDomain, { maxLength: 12 }), fc.boolean(), (domains, moves) => {
      const axis = createMovingDomain([0, 1]);
      domains.forEach((domain, i) => {
        expectSound(axis.at(domain, i * 100, moves));
      });
      axis.at([-10, 10], 10_000, moves);
      expect(axis.at([-10, 10], 20_000, moves)).toEqual(steadyDomain(null, [-10, 10]));
      expect(axis.isMoving()).toBe(false);
    }),
    { seed: 3, numRuns: 500 },
  );
  const axis = createMovingDomain();
  axis.at([-6, 6], 0, false);
  expect(axis.at([Number.NaN, Number.NEGATIVE_INFINITY], 1, false)).toEqual([-6, 6]);
  expect(axis.at([-6, 6], 2, false)).toEqual([-6, 6]);
});

test('the extent of values passes over what is no number', () => {
  expect(computeExtent([Number.NaN, 3, Number.POSITIVE_INFINITY, -2], [0, 1])).toEqual([-2, 3]);
  expect(computeExtent([Number.NaN], [0, 1])).toEqual([0, 1]);
});
