import { type ScaleLinear, scaleLinear } from 'd3';
import { type Domain, soundDomain } from './domain.ts';

/** Where the values of two axes stand, px. */
export interface Place {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const unit: Domain = [0, 1];

/** A linear axis over px. Every axis of a figure is made here or by `logScale`, so that none ever has an end that is no number. */
export function linearScale(domain: Domain, range: readonly [number, number]): ScaleLinear<number, number> {
  return scaleLinear(soundDomain(domain, unit), range);
}
