import type { Lesson } from '#experiment/lessons/lesson.ts';

/** Residual branches: the network of the third lesson with a way round every layer. */
export const wayRound: Lesson<{
  depth: number;
  width: number;
  residual: number;
  plainLogFactor: number;
  logFactor: number;
  fullLogFactor: number;
  deepDepth: number;
  deepLogFactor: number;
}> = {
  patch: { f: 'relu', depth: 100, width: 100, gain: 'lecun', residual: 0.1, walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf }) {
    const logFactorOf = (changes: object) => endOf({ ...experiment, ...changes }).mean / 2;
    const deepDepth = 1000;
    return {
      depth: experiment.depth,
      width: experiment.width,
      residual: experiment.residual,
      plainLogFactor: logFactorOf({ residual: 0 }),
      logFactor: logFactorOf({}),
      fullLogFactor: logFactorOf({ residual: 1 }),
      deepDepth,
      deepLogFactor: logFactorOf({ depth: deepDepth, residual: 1 / Math.sqrt(deepDepth) }),
    };
  },
};
