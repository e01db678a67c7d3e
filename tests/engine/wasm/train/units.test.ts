import { expect, test } from 'vitest';
import type { TrainKernels } from '#engine/wasm/train/trainKernels.ts';
import { nonlinearities, nonlinearityNames } from '#theory/nonlinearity.ts';
import { trainKernels } from './trainKernels.ts';

/** A unit of the last place of a number in float32. */
const unitOf = (value: number) => 2 ** (Math.floor(Math.log2(Math.abs(value))) - 23);
/** Below it a number is held to this one's unit: exponents end at -87, where float32 nearly does. */
const smallest = 2 ** -100;

/** How far values may be off, units of the last place: an exponential, a division and what joins them. */
const allowedOfValue = { selu: 4, gelu: 8, swish: 4 } as const;
/** Slopes of GELU and swish pass zero, where a unit means nothing: they are held to the unit of 1/4. */
const crosses = ['gelu', 'swish'];

/** From 1e-8 to 70 in size, both signs, and 0. */
const inputs = Float32Array.from({ length: 8192 }, (_, i) => {
  const place = (i - 4096) / 4096;
  return Math.sign(place) * 10 ** (-8 + 9.84 * Math.abs(place));
});

for (const nonlinearity of nonlinearityNames) {
  test(`${nonlinearity} and its slope in vectors are those of float64, to some units of the last place`, async () => {
    const { exports } = await WebAssembly.instantiate(await trainKernels());
    const kernels = exports as unknown as TrainKernels;
    const at = 16 * Math.ceil(kernels.firstFree() / 16);
    const bytes = inputs.byteLength;
    kernels.memory.grow(2);
    const floats = new Float32Array(kernels.memory.buffer);
    floats.set(inputs, at / 4);
    const largest = kernels[nonlinearity](at, at + bytes, bytes);
    expect(new Float32Array(Int32Array.of(largest).buffer)[0]).toBe(-(inputs[0] ?? 0));
    const { value, slope } = nonlinearities[nonlinearity];
    let [worst, worstSlope] = [0, 0];
    for (const [i, x] of inputs.entries()) {
      const [right, rightSlope] = [value(x), slope(x)];
      const offBy = Math.abs((floats[at / 4 + i] ?? Number.NaN) - right);
      const slopeOffBy = Math.abs((floats[(at + bytes) / 4 + i] ?? Number.NaN) - rightSlope);
      const least = crosses.includes(nonlinearity) ? 0.25 : smallest;
      worst = Math.max(worst, offBy / unitOf(Math.max(Math.abs(right), smallest)));
      worstSlope = Math.max(worstSlope, slopeOffBy / unitOf(Math.max(Math.abs(rightSlope), least)));
    }
    const allowed = Object.entries(allowedOfValue).find(([name]) => name === nonlinearity)?.[1] ?? 3;
    expect(worst).toBeLessThan(allowed);
    expect(worstSlope).toBeLessThan(5);
  });
}

test('what is no finite number is seen among pre-activations of every nonlinearity', async () => {
  const { exports } = await WebAssembly.instantiate(await trainKernels());
  const kernels = exports as unknown as TrainKernels;
  const at = 16 * Math.ceil(kernels.firstFree() / 16);
  kernels.memory.grow(1);
  const floats = new Float32Array(kernels.memory.buffer);
  for (const nonlinearity of nonlinearityNames) {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      floats.set([1, -2, 3, 4, 0, 0, bad, 0], at / 4);
      expect(kernels[nonlinearity](at, at + 64, 32)).toBeGreaterThanOrEqual(0x7f800000);
    }
    floats.set([3e38, -3e38, 3, 4, 0, 0, 0, 0], at / 4);
    expect(kernels[nonlinearity](at, at + 64, 32)).toBeLessThan(0x7f800000);
  }
});
