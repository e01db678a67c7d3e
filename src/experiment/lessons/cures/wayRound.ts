import type { Lesson } from '#experiment/lessons/lesson.ts';

/** Residual branches: a way round every layer. Linear units, for the mean of ReLUs would add up in one direction and outgrow the rest. */
export const wayRound: Lesson<{
  depth: number;
  width: number;
  gain: number;
  residual: number;
  plainLogFactor: number;
  logFactor: number;
  fullLogFactor: number;
  deepDepth: number;
  deepLogFactor: number;
}> = {
  patch: { f: 'linear', depth: 100, width: 100, gain: 0.7, residual: 0.1, walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf, gainOf }) {
    const logFactorOf = (changes: object) => endOf({ ...experiment, ...changes }).mean / 2;
    const deepDepth = 1000;
    return {
      depth: experiment.depth,
      width: experiment.width,
      gain: gainOf(experiment),
      residual: experiment.residual,
      plainLogFactor: logFactorOf({ residual: 0 }),
      logFactor: logFactorOf({}),
      fullLogFactor: logFactorOf({ residual: 1 }),
      deepDepth,
      deepLogFactor: logFactorOf({ depth: deepDepth, residual: 1 / Math.sqrt(deepDepth) }),
    };
  },
};
