import { interpolateLab, scaleLinear } from 'd3';
import type { Palette } from './palette.ts';

/** ln Z at which a walk counts as wholly vanished or exploded: a factor of 100 in the norm. */
export const wholeOutcome = 2 * Math.log(100);

/** Colour of a walk that ends at ln Z, on the diverging scale vanished - kept - exploded. */
export function outcomeColor({ vanished, kept, exploded }: Palette): (lnZ: number) => string {
  const scale = scaleLinear<string>()
    .domain([-wholeOutcome, 0, wholeOutcome])
    .range([vanished, kept, exploded])
    .interpolate(interpolateLab)
    .clamp(true);
  return (lnZ) => scale(Number.isNaN(lnZ) ? 0 : Math.max(-wholeOutcome, Math.min(wholeOutcome, lnZ)));
}
