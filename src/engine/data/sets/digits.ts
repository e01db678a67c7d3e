import type { DataFacts } from '#engine/data/dataFacts.ts';
import { type DataSet, digitPicture, pictureSide, type Split, standardised } from '#engine/data/dataSet.ts';
import { drawDigit } from '#engine/data/drawDigit.ts';
import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';

export const facts: DataFacts = {
  classes: 10,
  isPlane: false,
  classNames: null,
  limits: null,
  python: null,
};

export const digitCounts = { train: 6000, heldOut: 1000 } as const;

/** Pictures of one purpose; every picture is a function of its place and `stream` alone. */
function* draw(count: number, stream: number): Generator<number, Split> {
  const size = pictureSide ** 2;
  const key = streamKey(0, 'drawings');
  const inputs = new Uint8Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  for (let i = 0; i < count; i++) {
    drawDigit(i % 10, createUniforms(key, i, 16 + stream), inputs.subarray(i * size, (i + 1) * size));
    if (i % 200 === 199) yield i + 1;
  }
  return { count, inputs, labels };
}

/**
 * Handwritten-like digits, 28 x 28, drawn by the project itself from stroke skeletons with random distortions: the same
 * pictures always. Yields how many are drawn, so that the caller can yieldToEventLoop.
 */
export function* digits(): Generator<number, DataSet> {
  const train = yield* draw(digitCounts.train, 0);
  const heldOut = yield* draw(digitCounts.heldOut, 1);
  return standardised({
    inputs: pictureSide ** 2,
    classes: 10,
    classNames: null,
    picture: digitPicture,
    plane: null,
    heard: null,
    train,
    heldOut,
  });
}

export const make = digits;
