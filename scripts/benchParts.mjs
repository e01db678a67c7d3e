/** Where each part of the bench is, for the tab and for Node. */
export const benchParts = {
  walkBench: '/tests/bench/walkBench.ts',
  freeBench: '/tests/bench/freeBench.ts',
  trainBench: '/tests/bench/trainBench.ts',
  growthBench: '/tests/bench/growthBench.ts',
  drawBench: '/tests/bench/drawBench.ts',
  rateGrid: '/tests/bench/rateGrid.ts',
  answerTrial: '/tests/bench/answerTrial.ts',
  trialsOf: '/tests/bench/answerTrial.ts',
  theoryBench: '/tests/bench/theoryBench.ts',
  mnistRace: '/tests/bench/mnistRace.ts',
};
