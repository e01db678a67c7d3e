import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** What is left: the variance grows with depth and shrinks with width. */
export const spread: Lesson<{
  depth: number;
  width: number;
  variance: number;
  logSpread: number;
  fourfold: number;
  fourfoldLogSpread: number;
}> = {
  patch: { f: 'relu', depth: 500, width: 100, walks: 200 },
  onward: { view: 'scale', sweep: 'map' },
  beside: { width: 400 },
  isAboutVariance: true,
  numbers(experiment, { endOf }) {
    const { variance } = endOf(experiment);
    const fourfold = 4 * experiment.width;
    return {
      depth: experiment.depth,
      width: experiment.width,
      variance,
      logSpread: logSpread(variance),
      fourfold,
      fourfoldLogSpread: logSpread(endOf({ ...experiment, width: fourfold }).variance),
    };
  },
};
