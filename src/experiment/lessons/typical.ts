import type { Lesson } from './lesson.ts';

/** Typical is not average: He's gain against that of the random walk. */
export const typical: Lesson<{
  depth: number;
  heGain: number;
  heLogFactor: number;
  gain: number;
  /** ln of the mean of Z at g*: for ReLU E Z = (g^2/2)^D exactly. */
  logMean: number;
}> = {
  patch: { f: 'relu', depth: 1000, width: 100, gain: 'he', walks: 100 },
  onward: { view: 'scale', sweep: 'mean' },
  beside: { gain: 'auto' },
  numbers(experiment, { endOf, namedGains }) {
    const { auto, he } = namedGains(experiment);
    return {
      depth: experiment.depth,
      heGain: he.value,
      heLogFactor: endOf({ ...experiment, gain: 'he' }).mean / 2,
      gain: auto.value,
      logMean: experiment.depth * Math.log(auto.value ** 2 / 2),
    };
  },
};
