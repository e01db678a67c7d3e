import type { Lesson } from './lesson.ts';
import { logSpread } from './logSpread.ts';

/** ReLU pays more, orthogonal weights pay less. */
export const orthogonal: Lesson<{
  depth: number;
  width: number;
  linear: number;
  relu: number;
  orthogonalRelu: number;
  logSpread: number;
}> = {
  patch: { f: 'relu', depth: 200, width: 32, weights: 'orthogonal', walks: 60 },
  onward: { view: 'walk' },
  beside: { weights: 'gaussian' },
  numbers(experiment, { endOf }) {
    const varianceOf = (f: 'linear' | 'relu', weights: 'gaussian' | 'orthogonal') =>
      endOf({ ...experiment, f, weights }).variance;
    const orthogonalRelu = varianceOf('relu', 'orthogonal');
    return {
      depth: experiment.depth,
      width: experiment.width,
      linear: varianceOf('linear', 'gaussian'),
      relu: varianceOf('relu', 'gaussian'),
      orthogonalRelu,
      logSpread: logSpread(orthogonalRelu),
    };
  },
};
