import { expect, test } from 'vitest';
import { complexLogGamma } from '#theory/complexLogGamma.ts';
import { digamma } from '#theory/digamma.ts';
import { logGamma } from '#theory/logGamma.ts';
import { erf, erfc, normalDistribution } from '#theory/normal.ts';
import { polygamma } from '#theory/polygamma.ts';
import { trigamma } from '#theory/trigamma.ts';

/** x, ln Gamma, psi, psi', psi'', psi'''; from mpmath 1.3 at 40 digits: loggamma(x), digamma(x), polygamma(n, x). */
const gold = [
  [
    0.001, 6.9071788853838537, -1000.5755719318103, 1000001.6425331959, -2000000002.3976323,
    6000000000006.4691,
  ],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.9348022005446793, -16.82879664423432, 97.409091034002437],
  [1, 0, -0.57721566490153286, 1.6449340668482264, -2.4041138063191886, 6.4939394022668291],
  [
    1.0001, -5.7713342220477623e-5, -0.57705118351433485, 1.6446936879331443, -2.4034645367899487,
    6.4914513859393414,
  ],
  [
    1.5, -0.12078223763524522, 0.036489973978576521, 0.93480220054467931, -0.82879664423432,
    1.4090910340024372,
  ],
  [
    1.9999, -4.2275208772158114e-5, 0.42271983967113096, 0.64497448069870309, -0.40416320469109276,
    0.49402803928601243,
  ],
  [2, 0, 0.42278433509846714, 0.64493406684822644, -0.40411380631918857, 0.49393940226682915],
  [
    2.5, 0.28468287047291916, 0.70315664064524319, 0.49035775610023486, -0.2362040516417274,
    0.22390584881725205,
  ],
  [
    7.3, 7.147892523022249, 1.9178203356379861, 0.1467957681314271, -0.021510814441620251,
    0.0062931587131984892,
  ],
  [
    32, 78.092223553315311, 3.4500295305349872, 0.03174336652030209, -0.0010075567602140907,
    6.39557547779763e-5,
  ],
  [
    100.5, 361.43554046777762, 4.6051743525818452, 0.0099999166695831027, -9.999750014581719e-5,
    1.9999000087487086e-6,
  ],
  [
    512, 2679.8221470013089, 6.2373477446481902, 0.0019550335903952979, -3.8221551221702862e-6,
    1.4944873782843198e-8,
  ],
  [
    1000, 5905.2204232091812, 6.9072551956488121, 0.0010005001666666333, -1.0010004999998333e-6,
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

test('polygamma(n, x) obeys the recurrence psi_n(x + 1) = psi_n(x) + (-1)^n n! / x^(n + 1)', () => {
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
    [0.5, 0.3, 0.37702112561020537, -0.52581144665916515],
    [1, 5, -6.1303241445527488, 3.8158985746149245],
    [4, 40, -48.997470987326445, 112.9010688945441],
    [50, 3, 144.47489350685508, 11.707803360709691],
    [50, 120, 50.741515528834402, 522.31580008942625],
  ] as const) {
    const value = complexLogGamma(x, y);
    const turns = (value.im - im) / (2 * Math.PI);
    expect(Math.abs(value.re - re)).toBeLessThan(1e-12 * Math.abs(re));
    expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-12);
  }
});

test('erf, erfc and the normal distribution agree with 40-digit values, the far tail included', () => {
  expectRelative(erf(0.1), 0.11246291601828489, 'erf(0.1)');
  expectRelative(erf(-1), -0.84270079294971487, 'erf(-1)');
  expectRelative(erf(2.4), 0.99931148610335492, 'erf(2.4)');
  expectRelative(erfc(2.6), 0.0002360344165293492, 'erfc(2.6)');
  expectRelative(erfc(10), 2.0884875837625448e-45, 'erfc(10)');
  expectRelative(normalDistribution(-10 * Math.SQRT2), 0.5 * 2.0884875837625448e-45, 'Phi in the tail');
});

test('outside their domain the functions throw and name the value', () => {
  expect(() => logGamma(0)).toThrow('logGamma(0)');
  expect(() => digamma(-1)).toThrow('digamma(-1)');
  expect(() => polygamma(1.5, 2)).toThrow('polygamma(1.5, 2)');
  expect(() => polygamma(1, Number.NaN)).toThrow('polygamma(1, NaN)');
});
