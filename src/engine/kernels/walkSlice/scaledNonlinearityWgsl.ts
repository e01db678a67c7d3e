import { leakySlope, type Nonlinearity, seluAlpha, seluLambda } from '#theory/nonlinearity.ts';

/** Shared pieces, accurate to float32 near 0, where the naive forms cancel, and far out, where they overflow.
 * erfcOf(a), a >= 0, is Chebyshev's fit of 1.2e-7 relative error (Press et al., Numerical Recipes, "erfcc"): the left
 * tail of the normal distribution must be right relatively, or GELU's walk gathers the error of every layer. */
const common = /* wgsl */ `
fn expm1Over(t: f32) -> f32 {
  let series = 1.0 + t * (0.5 + t * (0.16666667 + t * (0.041666667 + t * 0.0083333333)));
  return select((exp(t) - 1.0) / t, series, abs(t) < 0.1);
}
fn logistic(t: f32) -> f32 { return 1.0 / (1.0 + exp(-clamp(t, -80.0, 80.0))); }
fn erfcOf(a: f32) -> f32 {
  let k = 1.0 / (1.0 + 0.5 * a);
  return k * exp(-a * a - 1.26551223 + k * (1.00002368 + k * (0.37409196 + k * (0.09678418 + k * (-0.18628806
    + k * (0.27886807 + k * (-1.13520398 + k * (1.48851587 + k * (-0.82215223 + k * 0.17087277)))))))));
}
fn erfOver(t: f32) -> f32 {
  let q = t * t;
  let series = 1.1283792 * (1.0 + q * (-0.33333333 + q * (0.1 + q * (-0.023809524 + q * (4.6296296e-3
    + q * (-7.5757576e-4 + q * (1.0683761e-4 + q * (-1.3227513e-5 + q * (1.4589169e-6
    + q * -1.4503852e-7)))))))));
  return select((1.0 - erfcOf(min(abs(t), 9.0))) / abs(t), series, abs(t) < 1.0);
}
fn normalDistribution(t: f32) -> f32 {
  let half = 0.5 * erfcOf(min(abs(t), 12.0) * 0.70710678);
  return select(1.0 - half, half, t < 0.0);
}
`;

interface Pair {
  /** f(s x)/s as a WGSL expression in x, s and t = s x. */
  readonly value: string;
  /** f'(t). */
  readonly slope: string;
}

const tanhSeries =
  '(1.0 + t * t * (-0.33333333 + t * t * (0.13333333 + t * t * (-0.053968254 + t * t * 0.021869489))))';

const pairs: Readonly<Record<Nonlinearity, Pair>> = {
  linear: { value: 'x', slope: '1.0' },
  relu: { value: 'max(x, 0.0)', slope: 'select(0.0, 1.0, x > 0.0)' },
  leaky: { value: `select(${leakySlope} * x, x, x > 0.0)`, slope: `select(${leakySlope}, 1.0, x > 0.0)` },
  tanh: {
    value: `select(sign(t) * (1.0 - decay(2.0 * t)) / ((1.0 + decay(2.0 * t)) * s), x * ${tanhSeries}, abs(t) < 0.1)`,
    slope: '4.0 * decay(2.0 * t) / ((1.0 + decay(2.0 * t)) * (1.0 + decay(2.0 * t)))',
  },
  sigmoid: { value: 'logistic(t) / s', slope: 'decay(t) / ((1.0 + decay(t)) * (1.0 + decay(t)))' },
  erf: { value: 'x * erfOver(t)', slope: '1.1283792 * exp(-min(t * t, 87.0))' },
  selu: {
    value: `${seluLambda} * select(${seluAlpha} * x * expm1Over(min(t, 0.0)), x, t > 0.0)`,
    slope: `${seluLambda} * select(${seluAlpha} * exp(clamp(t, -87.0, 0.0)), 1.0, t > 0.0)`,
  },
  gelu: {
    value: 'x * normalDistribution(t)',
    slope: 'normalDistribution(t) + clamp(t, -12.0, 12.0) * 0.39894228 * exp(-0.5 * min(t * t, 144.0))',
  },
  swish: {
    value: 'x * logistic(t)',
    slope: 'logistic(t) * (1.0 + clamp(t, -80.0, 80.0) * (1.0 - logistic(t)))',
  },
};

/**
 * WGSL: `fn scaledValue(x, s) = f(s x)/s` and `fn scaledSlope(x, s) = f'(s x)`. Pre-activations are kept as
 * s x with x of order 1, so that no nonlinearity overflows or vanishes in float32 (docs/MODEL.md, "Scales").
 */
export function scaledNonlinearityWgsl(nonlinearity: Nonlinearity): string {
  const { value, slope } = pairs[nonlinearity];
  return `${common}
fn decay(t: f32) -> f32 { return exp(-min(abs(t), 87.0)); }
fn scaledValue(x: f32, s: f32) -> f32 { let t = clamp(s * x, -1e30, 1e30); return ${value}; }
fn scaledSlope(x: f32, s: f32) -> f32 { let t = clamp(s * x, -1e15, 1e15); return ${slope}; }
`;
}
