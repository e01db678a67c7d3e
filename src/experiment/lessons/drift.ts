import type { Lesson } from './lesson.ts';

/** Drift: the gradient vanishes, or explodes. */
export const drift: Lesson<{
  depth: number;
  perLayer: number;
  logFactor: number;
  largeGain: number;
  largeLogFactor: number;
}> = {
  patch: { f: 'relu', depth: 100, width: 100, gain: 'lecun', walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf }) {
    const largeGain = 2;
    const { mean } = endOf(experiment);
    return {
      depth: experiment.depth,
      perLayer: mean / experiment.depth,
      logFactor: mean / 2,
      largeGain,
      largeLogFactor: endOf({ ...experiment, gain: largeGain }).mean / 2,
    };
  },
};
