import { expect, test } from 'vitest';
import { monotoneRoot } from '#theory/monotoneRoot.ts';

test('monotoneRoot finds the zero of smooth rising functions in few steps', () => {
  for (const [f, zero] of [
    [(x: number) => 2 * x - 1, 0.5],
    [(x: number) => x ** 3 - 2, Math.cbrt(2)],
    [(x: number) => Math.expm1(x - 1), 1],
  ] as const) {
    let calls = 0;
    const { below, above } = monotoneRoot(
      (x) => {
        calls += 1;
        return f(x);
      },
      -5,
      6,
      1e-12,
      1e-13,
    );
    expect(Math.abs((below + above) / 2 - zero)).toBeLessThan(1e-12);
    expect(calls).toBeLessThan(60);
  }
});

test('monotoneRoot brackets a jump over zero from both sides', () => {
  const { below, above } = monotoneRoot((x) => (x < Math.PI ? -1 : 7), -5, 6, 1e-12, 1e-13);
  expect(below).toBeLessThan(Math.PI);
  expect(above).toBeGreaterThanOrEqual(Math.PI);
  expect(above - below).toBeLessThan(2e-12);
});
