import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** Spending a number of parameters on depth or on width. */
export const budget: Lesson<{
  parameters: number;
  depth: number;
  width: number;
  variance: number;
  logSpread: number;
  shallowDepth: number;
  shallowWidth: number;
  shallowVariance: number;
  shallowLogSpread: number;
}> = {
  patch: { f: 'relu', depth: 400, width: 50, walks: 100 },
  onward: { view: 'scale', sweep: 'budget' },
  beside: { depth: 100, width: 100 },
  numbers(experiment, { endOf }) {
    const { depth, width } = experiment;
    const [shallowDepth, shallowWidth] = [Math.round(depth / 4), 2 * width];
    const { variance } = endOf(experiment);
    const shallow = endOf({ ...experiment, depth: shallowDepth, width: shallowWidth }).variance;
    return {
      parameters: depth * width ** 2,
      depth,
      width,
      variance,
      logSpread: logSpread(variance),
      shallowDepth,
      shallowWidth,
      shallowVariance: shallow,
      shallowLogSpread: logSpread(shallow),
    };
  },
};
