import type { Selection } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import type { Place } from './scales.ts';

/** A measurement, with its standard error in the same units; 0 for none. */
export interface Measured {
  readonly x: number;
  readonly y: number;
  readonly error: number;
}

/** Makes lines into bars of one standard error to both sides; an error that is no number is none. */
export function drawErrorBars<D, P extends Element>(
  lines: Selection<SVGLineElement, D, P, unknown>,
  measure: (datum: D) => Measured,
  color: (datum: D) => string,
  { x, y }: Place,
  { strokeScale }: FigureStyle,
): void {
  const end = (datum: D, side: 1 | -1) => {
    const { y: middle, error } = measure(datum);
    return y(middle + (Number.isFinite(error) ? side * error : 0));
  };
  lines
    .attr('x1', (datum) => x(measure(datum).x))
    .attr('x2', (datum) => x(measure(datum).x))
    .attr('y1', (datum) => end(datum, -1))
    .attr('y2', (datum) => end(datum, 1))
    .attr('stroke', color)
    .attr('stroke-width', 1.4 * strokeScale);
}
