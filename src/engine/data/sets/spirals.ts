import type { DataFacts } from '#engine/data/dataFacts.ts';
import { type DataSet, type Split, standardised } from '#engine/data/dataSet.ts';
import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';

const arms = 3;
const turns = 0.85;
const noise = 0.05;

export const facts: DataFacts = {
  classes: arms,
  isPlane: true,
  classNames: null,
  limits: null,
  python: {
    remark: '',
    argument: null,
    code: `def load_data():
    """Three spirals in the plane: (train, held out), each (inputs, labels)."""
    def points(count, name):
        rng = generator("spirals", name)
        uniform = lambda *shape: torch.rand(*shape, generator=rng, dtype=DTYPE, device=DEVICE)
        arm = torch.arange(count, device=DEVICE) % 3
        radius = 0.08 + 0.92 * uniform(count).sqrt()
        angle = 2 * math.pi * (0.85 * radius + arm / 3)
        noise = 0.1 * (uniform(count, 2, 3).sum(-1) - 1.5)
        circle = torch.stack([angle.cos(), angle.sin()], 1)
        return radius[:, None] * circle + noise, arm
    return points(1500, "train"), points(600, "held out")`,
  },
};

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
    classes: facts.classes,
    classNames: null,
    picture: null,
    plane: { centre: [0, 0], half: [1.25, 1.25] },
    heard: null,
    train: points(1500, 0),
    heldOut: points(600, 1),
  });
}

export const make = spirals;
