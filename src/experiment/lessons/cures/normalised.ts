import type { Lesson } from '#experiment/lessons/lesson.ts';

/** Normalisation before the matrix: the gain is out of the game, and layer norm makes ReLU's gradient explode. */
export const normalised: Lesson<{
  depth: number;
  width: number;
  /** By what a layer multiplies the gradient's norm. */
  perLayer: number;
  logFactor: number;
  rmsLogFactor: number;
  tanhPerLayer: number;
}> = {
  patch: { f: 'relu', depth: 100, width: 100, gain: 'lecun', norm: 'layer', walks: 100 },
  onward: { view: 'walk' },
  numbers(experiment, { endOf }) {
    const { depth, width } = experiment;
    const meanOf = (changes: object) => endOf({ ...experiment, ...changes }).mean;
    const perLayerOf = (changes: object) =>
      Math.exp((meanOf(changes) - meanOf({ ...changes, depth: depth - 1 })) / 2);
    return {
      depth,
      width,
      perLayer: perLayerOf({}),
      logFactor: meanOf({}) / 2,
      rmsLogFactor: meanOf({ norm: 'rms' }) / 2,
      tanhPerLayer: perLayerOf({ f: 'tanh', norm: 'rms' }),
    };
  },
};
