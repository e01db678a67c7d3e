import type { OptimizerName } from '#engine/train/optimizer.ts';
import { adamEpsilon, adamSecondMoment } from '#engine/train/trainer.ts';
import type { KernelKind } from './kernelKind.ts';
import { normedWgsl } from './normedWgsl.ts';
import { faultLayers, noFault } from './trainPrelude.ts';

/** What becomes of a quad of the mean gradient; `gradient` only writes it down. */
const rules: Readonly<Record<OptimizerName | 'gradient', string>> = {
  gradient: 'moments[at] = gradient;',
  sgd: 'parameters[at] -= setting.rate * gradient;',
  momentum: `
  let velocity = setting.momentum * moments[at] + gradient;
  moments[at] = velocity;
  parameters[at] -= setting.rate * velocity;`,
  adam: `
  let first = setting.momentum * moments[at] + (1.0 - setting.momentum) * gradient;
  let second = ${adamSecondMoment} * moments[at + setting.total] + ${1 - adamSecondMoment} * gradient * gradient;
  moments[at] = first;
  moments[at + setting.total] = second;
  parameters[at] -= setting.rate * (first / setting.firstCorrection)
    / (sqrt(second / setting.secondCorrection) + ${adamEpsilon});`,
};

/** WGSL: `change`, which hands a quad of a gradient that is summed over the batch to the optimiser. */
export function changeWgsl(rule: OptimizerName | 'gradient'): string {
  return /* wgsl */ `
fn change(at: u32, sum: vec4f, layer: u32) {
  let gradient = sum / f32(setting.batch);
  if (isBad(gradient)) {
    atomicMin(&report[2], setting.slot * ${faultLayers}u + layer);
    return;
  }
  ${rules[rule]}
}
`;
}

/** WGSL: `signal`, a quad of what the matrix of a layer reads. */
export function signalWgsl({ norm }: KernelKind): string {
  const hidden =
    norm === 'none'
      ? 'activations[activationAt(layer - 1u, sample) + quad]'
      : 'normed(layer - 1u, sample, quad)';
  return /* wgsl */ `
${norm === 'none' ? '' : normedWgsl(norm)}
fn signal(layer: u32, sample: u32, quad: u32) -> vec4f {
  if (layer == 0u) { return inputs[inputAt(sample) + quad]; }
  return ${hidden};
}
`;
}

/** WGSL: adds a block of 4 x 4 gradient entries of a layer, summed over the batch, to sum0..sum3. */
export const sumOverSamplesWgsl = /* wgsl */ `
  for (var sample = 0u; sample < setting.batch; sample++) {
    let delta = deltas[deltaAt(layer, sample) + quad];
    let h = signal(layer, sample, block);
    sum0 += h.x * delta;
    sum1 += h.y * delta;
    sum2 += h.z * delta;
    sum3 += h.w * delta;
  }`;

/**
 * WGSL: entry point `update`. A thread sums a block of 4 x 4 gradient entries (or 4 biases) of a layer over the batch and
 * applies the optimiser; the second index of the group is the layer, counted from `firstLayer`. After a fault
 * nothing is changed, so that the network stays as it was.
 */
export function updateWgsl(rule: OptimizerName | 'gradient', kind: KernelKind): string {
  return /* wgsl */ `
${changeWgsl(rule)}
${signalWgsl(kind)}
@compute @workgroup_size(threads)
fn update(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let layer = setting.firstLayer + group.y;
  let units = unitQuads(layer);
  let rows = fanIn(layer);
  let blocks = (rows + 3u) / 4u;
  let item = group.x * threads + thread;
  let quad = item % units;
  let block = item / units;
  if (block > blocks) { return; }
  if (atomicLoad(&report[0]) != ${noFault}u || atomicLoad(&report[1]) != ${noFault}u) { return; }
  let at = parametersOf(layer) + quad;
  if (block == blocks) {
    var sum = vec4f(0.0);
    for (var sample = 0u; sample < setting.batch; sample++) { sum += deltas[deltaAt(layer, sample) + quad]; }
    change(at + rows * units, sum, layer);
    return;
  }
  var sum0 = vec4f(0.0);
  var sum1 = vec4f(0.0);
  var sum2 = vec4f(0.0);
  var sum3 = vec4f(0.0);
  ${sumOverSamplesWgsl}
  let row = 4u * block;
  change(at + row * units, sum0, layer);
  if (row + 1u < rows) { change(at + (row + 1u) * units, sum1, layer); }
  if (row + 2u < rows) { change(at + (row + 2u) * units, sum2, layer); }
  if (row + 3u < rows) { change(at + (row + 3u) * units, sum3, layer); }
}
`;
}
