import { erf, normalDensity, normalDistribution } from './normal.ts';

/** The nine nonlinearities, by their usual definitions (docs/MODEL.md, "Nonlinearities"). */
export const nonlinearityNames = [
  'linear',
  'relu',
  'leaky',
  'tanh',
  'sigmoid',
  'erf',
  'selu',
  'gelu',
  'swish',
] as const;

export type Nonlinearity = (typeof nonlinearityNames)[number];

/** Slope of leaky ReLU below zero. */
export const leakySlope = 0.01;

/** SELU's constants (Klambauer et al. 2017). */
export const seluLambda = 1.0507009873554805;
export const seluAlpha = 1.6732632423543772;

type ScalarFunction = (x: number) => number;

interface NonlinearityDefinition {
  /** f(x). */
  readonly value: ScalarFunction;
  /** f'(x); at a kink, the value from the left. */
  readonly slope: ScalarFunction;
  /** True when f(c x) = c f(x) for c > 0: then every step of the walk has the same law at any input scale. */
  readonly homogeneous: boolean;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

function logisticSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / (1 + e) ** 2;
}

function tanhSlope(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / (1 + e) ** 2;
}

export const nonlinearities: Readonly<Record<Nonlinearity, NonlinearityDefinition>> = {
  linear: { value: (x) => x, slope: () => 1, homogeneous: true },
  relu: { value: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0), homogeneous: true },
  leaky: {
    value: (x) => (x > 0 ? x : leakySlope * x),
    slope: (x) => (x > 0 ? 1 : leakySlope),
    homogeneous: true,
  },
  tanh: { value: Math.tanh, slope: tanhSlope, homogeneous: false },
  sigmoid: { value: logistic, slope: logisticSlope, homogeneous: false },
  erf: {
    value: erf,
    slope: (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x),
    homogeneous: false,
  },
  selu: {
    value: (x) => seluLambda * (x > 0 ? x : seluAlpha * Math.expm1(x)),
    slope: (x) => seluLambda * (x > 0 ? 1 : seluAlpha * Math.exp(x)),
    homogeneous: false,
  },
  gelu: {
    value: (x) => x * normalDistribution(x),
    slope: (x) => normalDistribution(x) + x * normalDensity(x),
    homogeneous: false,
  },
  swish: {
    value: (x) => x * logistic(x),
    slope: (x) => logistic(x) + x * logisticSlope(x),
    homogeneous: false,
  },
};
