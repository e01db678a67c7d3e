import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { type DataSet, type Split, standardised } from './dataSet.ts';

const arms = 3;
const turns = 0.85;
const noise = 0.05;

/** The plane of the spirals, as far as it is drawn: -extent..extent both ways, raw units. */
export const spiralsExtent = 1.25;

/** Points along three spiral arms, the arm being the class; the same points always. */
function points(count: number, stream: number): Split {
  const uniform = createUniforms(streamKey(0, 'drawings'), stream, 2);
  const inputs = new Float32Array(2 * count);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const arm = i % arms;
    const radius = 0.08 + 0.92 * Math.sqrt(uniform());
    const angle = 2 * Math.PI * (turns * radius + arm / arms);
    const jitter = () => noise * (uniform() + uniform() + uniform() - 1.5) * 2;
    inputs[2 * i] = radius * Math.cos(angle) + jitter();
    inputs[2 * i + 1] = radius * Math.sin(angle) + jitter();
    labels[i] = arm;
  }
  return { count, inputs, labels };
}

/** The toy with a picture: three spirals in the plane. */
export function spirals(): DataSet {
  return standardised({
    inputs: 2,
    classes: arms,
    isPicture: false,
    train: points(1500, 0),
    heldOut: points(600, 1),
  });
}
