import { type ScaleLinear, type ScaleLogarithmic, scaleLinear, scaleLog } from 'd3';
import { type Domain, soundDomain, soundLogDomain } from './domain.ts';

/** Where the values of two axes stand, px. */
export interface Place {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const unit: Domain = [0, 1];

/** A linear axis over px. Every axis of a figure is made here or below, so that none ever has an end that is no number. */
export function linearScale(domain: Domain, range: readonly [number, number]): ScaleLinear<number, number> {
  return scaleLinear(soundDomain(domain, unit), range);
}

/** A logarithmic axis over px; values at and below zero stand at its low end. */
export function logScale(domain: Domain, range: readonly [number, number]): ScaleLogarithmic<number, number> {
  return scaleLog(soundLogDomain(domain), range).clamp(true);
}
