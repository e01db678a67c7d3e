import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepAxis } from '#plots/sweepScale.ts';
import type { FindingFigure } from '#run/questions/figures.ts';
import type { QuestionPoint } from '#run/questions/points.ts';

const words = () => dictionary('findings').axes;

/** The values of an axis that were trained at, each once. */
const places = (points: readonly QuestionPoint[]) =>
  [...new Set(points.map(({ x }) => x))].toSorted((a, b) => a - b);

/** From the lowest place to the highest, with room for the outer dots. */
function around(values: readonly number[], ratio: number): readonly [number, number] {
  const [low = 1, high = 2] = [Math.min(...values), Math.max(...values)];
  return [low / ratio, high * ratio];
}

/** The bottom axis of a figure of points. */
export function findingX({ x }: FindingFigure, points: readonly QuestionPoint[]): SweepAxis {
  const values = places(points);
  const title = words()[x];
  if (x === 'push') {
    const far = Math.max(1, ...values.map(Math.abs));
    return { kind: 'linear', domain: [-1.04 * far, 1.04 * far], title, ticks: values };
  }
  return { kind: 'log', domain: around(values, 1.15), title, ticks: values };
}

/** The left axis: shares from nothing to all, or steps. */
export function findingY({ y }: FindingFigure, points: readonly QuestionPoint[]): SweepAxis {
  const title = words()[y];
  if (y === 'steps') {
    return {
      kind: 'log',
      domain: around(
        points.map(({ mean }) => mean),
        1.5,
      ),
      title,
    };
  }
  const highest = Math.max(1, ...points.map(({ mean, error }) => mean + error));
  return { kind: 'linear', domain: [0, highest], title };
}
