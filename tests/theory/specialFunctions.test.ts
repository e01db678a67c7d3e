import { expect, test } from 'vitest';
import { complexLogGamma } from '#theory/complexLogGamma.ts';
import { digamma } from '#theory/digamma.ts';
import { logGamma } from '#theory/logGamma.ts';
import { erf, erfc, normalDistribution } from '#theory/normal.ts';
import { polygamma } from '#theory/polygamma.ts';
import { trigamma } from '#theory/trigamma.ts';

/** x, ln Gamma, psi, psi', psi'', psi'''; from mpmath 1.3 at 40 digits: loggamma(x), digamma(x), polygamma(n, x). */
const gold = [
  [0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331959, -2000000002.3976324, 6000000000006.469],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679, -16.82879664423432, 97.40909103400244],
  [1, 0, -0.5772156649015329, 1.6449340668482264, -2.4041138063191885, 6.493939402266829],
  [
    1.0001, -5.7713342220477625e-5, -0.5770511835143348, 1.6446936879331444, -2.4034645367899485,
    6.4914513859393415,
  ],
  [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793, -0.82879664423432, 1.4090910340024372],
  [
    1.9999, -4.2275208772158115e-5, 0.42271983967113097, 0.6449744806987031, -0.40416320469109274,
    0.4940280392860124,
  ],
  [2, 0, 0.42278433509846713, 0.6449340668482264, -0.4041138063191886, 0.49393940226682914],
  [
    2.5, 0.2846828704729192, 0.7031566406452432, 0.49035775610023485, -0.2362040516417274,
    0.22390584881725206,
  ],
  [
    7.3, 7.147892523022249, 1.9178203356379862, 0.1467957681314271, -0.02151081444162025,
    0.006293158713198489,
  ],
  [
    32, 78.0922235533153, 3.4500295305349873, 0.03174336652030209, -0.0010075567602140906,
    6.39557547779763e-5,
  ],
  [
    100.5, 361.4355404677776, 4.605174352581845, 0.009999916669583104, -9.999750014581719e-5,
    1.9999000087487087e-6,
  ],
  [
    512, 2679.822147001309, 6.23734774464819, 0.001955033590395298, -3.822155122170286e-6,
    1.4944873782843197e-8,
  ],
  [
    1000, 5905.220423209181, 6.907255195648812, 0.0010005001666666333, -1.0010004999998333e-6,
    2.003001999999e-9,
  ],
] as const;

function expectRelative(value: number, exact: number, what: string): void {
  expect(Math.abs(value - exact), what).toBeLessThanOrEqual(1e-12 * Math.abs(exact));
}

test('ln Gamma, digamma, trigamma and polygamma agree with 40-digit values to 1e-12 relative', () => {
  for (const [x, lgamma, psi, psi1, psi2, psi3] of gold) {
    expectRelative(logGamma(x), lgamma, `logGamma(${x})`);
    expectRelative(digamma(x), psi, `digamma(${x})`);
    expectRelative(trigamma(x), psi1, `trigamma(${x})`);
    expectRelative(polygamma(2, x), psi2, `polygamma(2, ${x})`);
    expectRelative(polygamma(3, x), psi3, `polygamma(3, ${x})`);
  }
});

test('polygamma(n, x) applies the recurrence psi_n(x + 1) = psi_n(x) + (-1)^n n! / x^(n + 1)', () => {
  for (let i = 1; i <= 1024; i++) {
    const x = i / 2;
    expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-13 * (1 + digamma(x + 1)));
    expect(Math.abs(trigamma(x + 1) - trigamma(x) + 1 / x ** 2)).toBeLessThan(1e-13 * (1 + trigamma(x)));
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-13 * (1 + logGamma(x + 1)));
  }
});

test('ln Gamma of a complex number agrees with 40-digit values, the phase up to whole turns', () => {
  // mpmath: loggamma(mpc(x, y))
  for (const [x, y, re, im] of [
    [0.5, 0.3, 0.37702112561020534, -0.5258114466591651],
    [1, 5, -6.130324144552749, 3.8158985746149243],
    [4, 40, -48.997470987326444, 112.9010688945441],
    [50, 3, 144.47489350685507, 11.707803360709692],
    [50, 120, 50.741515528834405, 522.3158000894263],
  ] as const) {
    const value = complexLogGamma(x, y);
    const turns = (value.im - im) / (2 * Math.PI);
    expect(Math.abs(value.re - re)).toBeLessThan(1e-12 * Math.abs(re));
    expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-12);
  }
});

test('erf, erfc and the normal distribution agree with 40-digit values, the far tail included', () => {
  expectRelative(erf(0.1), 0.11246291601828488, 'erf(0.1)');
  expectRelative(erf(-1), -0.8427007929497149, 'erf(-1)');
  expectRelative(erf(2.4), 0.999311486103355, 'erf(2.4)');
  expectRelative(erfc(2.6), 0.0002360344165293492, 'erfc(2.6)');
  expectRelative(erfc(10), 2.088487583762545e-45, 'erfc(10)');
  expectRelative(normalDistribution(-10 * Math.SQRT2), 0.5 * 2.088487583762545e-45, 'Phi in the tail');
});

test('outside their domain the functions throw and name the value', () => {
  expect(() => logGamma(0)).toThrow('logGamma(0)');
  expect(() => digamma(-1)).toThrow('digamma(-1)');
  expect(() => polygamma(1.5, 2)).toThrow('polygamma(1.5, 2)');
  expect(() => polygamma(1, Number.NaN)).toThrow('polygamma(1, NaN)');
});
