import { codecs } from '#experiment/codecs/codecs.ts';
import { type ParameterKey, parameterKeys } from '#experiment/experiment.ts';
import type { SliderShape } from '#experiment/schema/parameter.ts';
import { schema } from '#experiment/schema.ts';
import { logScale, powerScale, type SliderScale } from './sliderScale.ts';

type Schema = typeof schema;

/** The parameters that have a slider of the common kind. */
export type SliderKey = {
  [K in ParameterKey]: Schema[K] extends { slider: SliderShape } ? K : never;
}[ParameterKey];

/** Whether a parameter has such a slider. */
export const isSliderKey = (key: ParameterKey): key is SliderKey => 'slider' in schema[key];

/** Their keys, in the order of the link. */
export const sliderKeys = parameterKeys.filter(isSliderKey);

/** A slider as the controls use it. */
interface SliderDefinition {
  readonly scale: SliderScale;
  /** What a slider's position becomes. */
  readonly rounded: (value: number) => number;
  readonly next: (value: number, direction: 1 | -1, large: boolean) => number;
}

const toDigits = (value: number, digits: number) => Number(value.toPrecision(digits));

function scaleOf({ scale }: SliderShape, low: number, high: number): SliderScale {
  return scale.kind === 'log' ? logScale(low, high) : powerScale(low, high, scale.power);
}

function roundedBy({ rounding }: SliderShape, value: number): number {
  if (rounding === 'whole' || (rounding === 'count' && value < 100)) return Math.round(value);
  return toDigits(value, rounding === 'count' ? 2 : rounding.digits);
}

function nextBy({ step }: SliderShape, value: number, direction: 1 | -1, isLarge: boolean): number {
  const by = isLarge ? step.large : step.small;
  return step.kind === 'add' ? toDigits(value + direction * by, 12) : toDigits(value * by ** direction, 3);
}

/** The slider of a parameter; its values stay within the parameter's range. */
export function sliderOf(key: SliderKey): SliderDefinition {
  const { slider: shape } = schema[key];
  const [low, high] = codecs[key].range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const within = (value: number) => Math.max(low, Math.min(high, value));
  return {
    scale: scaleOf(shape, low, high),
    rounded: (value) => within(roundedBy(shape, value)),
    next: (value, direction, isLarge) => within(nextBy(shape, value, direction, isLarge)),
  };
}
