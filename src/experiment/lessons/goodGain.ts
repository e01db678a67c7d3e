import type { Lesson } from './lesson.ts';

/** The gain that cancels the drift. */
export const goodGain: Lesson<{
  depth: number;
  width: number;
  gain: number;
  paperGain: number;
  offBy: number;
  offLogFactor: number;
}> = {
  patch: { f: 'relu', depth: 500, width: 100, walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf, namedGains }) {
    const { auto, paper } = namedGains(experiment);
    const offBy = 0.01;
    return {
      depth: experiment.depth,
      width: experiment.width,
      gain: auto.value,
      paperGain: paper.value,
      offBy,
      offLogFactor: endOf({ ...experiment, gain: auto.value * (1 + offBy) }).mean / 2,
    };
  },
};
