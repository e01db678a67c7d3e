import type { ExamplesFrame } from '#engine/train/protocol.ts';

/** Frames of one class that follow one another: first, and the one after the last. */
export interface ClassStretch {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  /** Whether most of it is what it should be. */
  readonly isRight: boolean;
}

/** The most probable class of every example. */
export function saidClasses({ outputs, count }: ExamplesFrame): Uint8Array {
  const classes = outputs.length / Math.max(1, count);
  return Uint8Array.from({ length: count }, (_, i) => {
    const row = outputs.subarray(i * classes, (i + 1) * classes);
    return Math.max(0, row.indexOf(Math.max(...row)));
  });
}

/** Frames in a row that have one class, beside the classes that they should have. */
export function classStretches(classes: Uint8Array, truth: Uint8Array): readonly ClassStretch[] {
  const stretches: ClassStretch[] = [];
  for (let from = 0; from < classes.length; ) {
    let to = from;
    let right = 0;
    for (; to < classes.length && classes[to] === classes[from]; to++)
      if (truth[to] === classes[to]) right += 1;
    stretches.push({ from, to, label: classes[from] ?? 0, isRight: 2 * right >= to - from });
    from = to;
  }
  return stretches;
}

/** Share of the examples that are named right. */
export function shareRight(classes: Uint8Array, truth: Uint8Array): number {
  return classes.reduce((sum, one, i) => sum + (one === truth[i] ? 1 : 0), 0) / Math.max(1, classes.length);
}

/** Mean squared error of every example that is given back. */
export function errorsOf({ inputs, outputs, count }: ExamplesFrame): readonly number[] {
  const size = inputs.length / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let k = i * size; k < (i + 1) * size; k++) sum += ((outputs[k] ?? 0) - (inputs[k] ?? 0)) ** 2;
    return sum / size;
  });
}
