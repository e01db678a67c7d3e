/** Where a value stands on a slider: positions 0..1. */
export interface SliderScale {
  position(value: number): number;
  value(position: number): number;
}

const clamped = (position: number) => Math.max(0, Math.min(1, position));

/** Positions in proportion to the value's power: 0.5 gives the small values more room. */
export function powerScale(low: number, high: number, power: number): SliderScale {
  return {
    position: (value) => clamped((value - low) / (high - low)) ** power,
    value: (position) => low + (high - low) * position ** (1 / power),
  };
}

/** Positions in proportion to the logarithm. */
export function logScale(low: number, high: number): SliderScale {
  const span = Math.log(high / low);
  return {
    position: (value) => clamped(Math.log(value / low) / span),
    value: (position) => low * Math.exp(span * position),
  };
}

/**
 * Positions for a gain around the gain that matters: in proportion to ln(g/centre) near it and to its logarithm far
 * away, so that the last per mille can be set by hand although the slider spans a factor of 1000.
 */
export function gainScale(low: number, high: number, centre: number, linear = 0.1): SliderScale {
  const bend = (gain: number) => Math.asinh(Math.log(gain / centre) / linear);
  const [from, to] = [bend(low), bend(high)];
  return {
    position: (value) => clamped((bend(value) - from) / (to - from)),
    value: (position) => centre * Math.exp(linear * Math.sinh(from + (to - from) * position)),
  };
}
