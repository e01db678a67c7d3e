import { parameters } from '#experiment/parameters.ts';
import { logScale, powerScale, type SliderScale } from './sliderScale.ts';

/** The parameters that are numbers and have a slider. */
export type SliderKey =
  | 'depth'
  | 'width'
  | 'walks'
  | 'input'
  | 'bias'
  | 'residual'
  | 'batch'
  | 'rate'
  | 'momentum'
  | 'decay'
  | 'steps'
  | 'outgain'
  | 'budget';

interface SliderDefinition {
  readonly scale: SliderScale;
  /** What a slider's position becomes. */
  readonly rounded: (value: number) => number;
  readonly next: (value: number, direction: 1 | -1, large: boolean) => number;
}

const whole = (value: number) => Math.round(value);

const toDigits = (digits: number) => (value: number) => Number(value.toPrecision(digits));

/** Two significant digits from 100 on: what a hand can mean on a logarithmic slider. */
const roundCount = (value: number) => (value < 100 ? Math.round(value) : Number(value.toPrecision(2)));

const byStep =
  (small: number, large: number) =>
  (value: number, direction: 1 | -1, isLarge: boolean): number =>
    Number((value + direction * (isLarge ? large : small)).toPrecision(12));

const byFactor =
  (small: number, large: number) =>
  (value: number, direction: 1 | -1, isLarge: boolean): number =>
    toDigits(3)(value * (isLarge ? large : small) ** direction);

const definitions: Readonly<Record<SliderKey, SliderDefinition>> = {
  depth: { scale: powerScale(1, 1000, 0.5), rounded: whole, next: byStep(1, 10) },
  width: { scale: logScale(1, 1024), rounded: whole, next: byStep(1, 10) },
  walks: { scale: logScale(1, 100_000), rounded: roundCount, next: byStep(1, 100) },
  input: { scale: logScale(0.001, 1000), rounded: toDigits(2), next: byFactor(1.1, 2) },
  bias: { scale: powerScale(0, 10, 0.4), rounded: toDigits(2), next: byStep(0.01, 0.1) },
  residual: { scale: powerScale(0, 10, 0.3), rounded: toDigits(2), next: byStep(0.01, 0.1) },
  batch: { scale: logScale(1, 1024), rounded: whole, next: byStep(1, 10) },
  rate: { scale: logScale(1e-6, 100), rounded: toDigits(2), next: byFactor(1.1, 2) },
  momentum: { scale: powerScale(0, 0.999, 2), rounded: toDigits(3), next: byStep(0.01, 0.1) },
  decay: { scale: logScale(0.001, 1), rounded: toDigits(2), next: byFactor(1.1, 2) },
  steps: { scale: logScale(1, 100_000), rounded: roundCount, next: byStep(1, 100) },
  outgain: { scale: logScale(0.01, 10), rounded: toDigits(2), next: byFactor(1.1, 2) },
  budget: {
    scale: logScale(1000, 1e9),
    rounded: (value) => Number(value.toPrecision(2)),
    next: byFactor(1.1, 2),
  },
};

/** The slider of a parameter; its values stay within the parameter's range. */
export function sliderOf(key: SliderKey): SliderDefinition {
  const { scale, rounded, next } = definitions[key];
  const [low, high] = parameters[key].codec.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const within = (value: number) => Math.max(low, Math.min(high, value));
  return {
    scale,
    rounded: (value) => within(rounded(value)),
    next: (value, direction, large) => within(next(value, direction, large)),
  };
}
