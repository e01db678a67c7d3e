import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createBatchOrder } from '#engine/train/batchOrder.ts';

interface Plan {
  /** Units of a hidden ReLU layer; 0 for a linear model. */
  readonly hidden: number;
  readonly rate: number;
  readonly batch: number;
  readonly steps: number;
  readonly seed: number;
}

/** A matrix of inputs to outputs and its biases, trained by plain gradient descent. */
function createLayer(inputs: number, outputs: number, scale: number, uniform: () => number) {
  const weights = Float64Array.from(
    { length: inputs * outputs },
    () => scale * (uniform() + uniform() + uniform() - 1.5) * 2,
  );
  const biases = new Float64Array(outputs);
  return {
    forward(x: Float32Array | Float64Array): Float64Array {
      const y = biases.slice();
      for (let i = 0; i < inputs; i++) {
        const value = x[i] ?? 0;
        if (value !== 0)
          for (let j = 0; j < outputs; j++) y[j] = (y[j] ?? 0) + value * (weights[i * outputs + j] ?? 0);
      }
      return y;
    },
    /** The gradient of what came in. */
    backward(delta: Float64Array): Float64Array {
      return Float64Array.from({ length: inputs }, (_, i) => {
        let sum = 0;
        for (let j = 0; j < outputs; j++) sum += (weights[i * outputs + j] ?? 0) * (delta[j] ?? 0);
        return sum;
      });
    },
    update(x: Float32Array | Float64Array, delta: Float64Array, step: number): void {
      for (let j = 0; j < outputs; j++) biases[j] = (biases[j] ?? 0) - step * (delta[j] ?? 0);
      for (let i = 0; i < inputs; i++) {
        const size = step * (x[i] ?? 0);
        if (size !== 0)
          for (let j = 0; j < outputs; j++)
            weights[i * outputs + j] = (weights[i * outputs + j] ?? 0) - size * (delta[j] ?? 0);
      }
    },
  };
}

/** Softmax of some numbers less 1 at the right one: the gradient of the cross-entropy. */
function deltaOf(logits: Float64Array, label: number): Float64Array {
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share, k) => share / sum - Number(k === label));
}

/** Held-out accuracy after some steps of mini-batches, in plain TypeScript. */
export function trainedAccuracy(set: DataSet, { hidden, rate, batch, steps, seed }: Plan): number {
  const uniform = createUniforms(seed, 1, 1);
  const units = hidden || set.inputs;
  const first = hidden ? createLayer(set.inputs, hidden, set.inputs ** -0.5, uniform) : null;
  const last = createLayer(units, set.classes, (hidden ? 1 : 0.1) * units ** -0.5, uniform);
  const hiddenOf = (x: Float32Array) => first?.forward(x).map((a) => Math.max(0, a)) ?? x;
  const order = createBatchOrder(seed, set.train.count, batch);
  for (let step = 0; step < steps; step++) {
    const { inputs, labels } = batchOf(set, set.train, order.indices(step));
    const samples = Array.from(labels, (label, i) => {
      const x = inputs.subarray(i * set.inputs, (i + 1) * set.inputs);
      const h = hiddenOf(x);
      const delta = deltaOf(last.forward(h), label);
      const back = first && last.backward(delta).map((value, j) => ((h[j] ?? 0) > 0 ? value : 0));
      return { x, h, delta, back };
    });
    for (const { x, h, delta, back } of samples) {
      last.update(h, delta, rate / batch);
      if (first && back) first.update(x, back, rate / batch);
    }
  }
  const { inputs, labels } = batchOf(set, set.heldOut, placesOf(0, set.heldOut.count));
  let right = 0;
  for (const [i, label] of labels.entries()) {
    const logits = last.forward(hiddenOf(inputs.subarray(i * set.inputs, (i + 1) * set.inputs)));
    if (logits.indexOf(Math.max(...logits)) === label) right += 1;
  }
  return right / labels.length;
}
