import { type Cumulants, mixCumulants } from '#theory/cumulants.ts';
import { logGamma } from '#theory/logGamma.ts';

/** Standard deviations of the count that are summed over, and how many terms one of them needs. */
const reach = 9;
const termsPerDeviation = 16;

/** From here on a Poisson law is a Normal one but for 1e-6 of what its variance does. */
const normal = 1e6;

const logWeight = (count: number, rate: number) =>
  rate > normal ? -((count - rate) ** 2) / (2 * rate) : count * Math.log(rate) - rate - logGamma(count + 1);

/** The law of a number whose cumulants given a count are known, the count being Poisson of mean `rate`; of a large one every so many counts are enough. */
export function poissonMixture(rate: number, given: (count: number) => Cumulants): Cumulants {
  const deviation = Math.sqrt(rate);
  const stride = Math.max(1, Math.floor(deviation / termsPerDeviation));
  const first = Math.max(0, Math.floor(rate - reach * deviation));
  const last = Math.ceil(rate + reach * deviation + reach);
  const counts = Array.from(
    { length: Math.floor((last - first) / stride) + 1 },
    (_, i) => first + i * stride,
  );
  const weights = counts.map((count) => Math.exp(logWeight(count, rate)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return mixCumulants(
    counts.map((count, i) => ({ weight: (weights[i] ?? 0) / whole, cumulants: given(count) })),
  );
}
