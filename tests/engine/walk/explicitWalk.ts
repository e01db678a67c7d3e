import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { philox4x32 } from '#engine/random/philox4x32.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';

/** ln |h_D|^2/|h_0|^2 and ln |delta_0|^2/|delta_D|^2 of one network. */
export interface Ends {
  readonly forward: number;
  readonly backward: number;
}

const norm = (v: readonly number[]) => v.reduce((sum, x) => sum + x * x, 0);

/** One network with its matrices in memory, in plain float64 and with random numbers of its own: slow and simple. */
export function explicitWalk(settings: WalkSettings, walk: number): Ends {
  const { depth, width, widths, scaling, gain, inputScale, biasDeviation, residual } = settings;
  const { value, slope } = nonlinearities[settings.nonlinearity];
  let counter = 0;
  let numbers: readonly number[] = [];
  const normal = () => {
    if (counter % 4 === 0) numbers = gaussianQuad(philox4x32([counter >> 2, walk, 0, 0], settings.seed, 99));
    return numbers[counter++ % 4] ?? 0;
  };
  const vector = (n: number, s: number) => Array.from({ length: n }, () => s * normal());
  const n = (d: number) => widths?.[d] ?? width;
  const input = vector(n(0), inputScale);
  const activations = [residual > 0 ? input : input.map(value)];
  const preActivations = [input];
  const matrices: number[][][] = [[]];
  for (let d = 1; d <= depth; d++) {
    const deviation = gain / Math.sqrt(scaling === 'fanin' ? n(d - 1) : n(d));
    const matrix = Array.from({ length: n(d) }, () => vector(n(d - 1), deviation));
    const before = activations[d - 1] ?? [];
    const a = matrix.map((row) =>
      row.reduce((sum, w, j) => sum + w * (before[j] ?? 0), biasDeviation * normal()),
    );
    matrices.push(matrix);
    preActivations.push(a);
    activations.push(a.map((x, i) => (residual > 0 ? (before[i] ?? 0) + residual * value(x) : value(x))));
  }
  const top = vector(n(depth), 1);
  let delta = top;
  for (let d = depth; d >= 1; d--) {
    const a = preActivations[d] ?? [];
    const sent = residual > 0 ? delta.map((x, i) => residual * x * slope(a[i] ?? 0)) : delta;
    const u = Array.from({ length: n(d - 1) }, (_, j) =>
      sent.reduce((sum, x, i) => sum + x * (matrices[d]?.[i]?.[j] ?? 0), 0),
    );
    const below = preActivations[d - 1] ?? [];
    delta = u.map((x, j) => (residual > 0 ? x + (delta[j] ?? 0) : x * slope(below[j] ?? 0)));
  }
  return {
    forward: Math.log(norm(activations[depth] ?? []) / norm(activations[0] ?? [])),
    backward: Math.log(norm(delta) / norm(top)),
  };
}
