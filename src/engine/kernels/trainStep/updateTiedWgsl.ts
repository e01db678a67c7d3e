import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { KernelKind } from './kernelKind.ts';
import { noFault } from './trainPrelude.ts';
import { changeWgsl, signalWgsl, sumOverSamplesWgsl } from './updateWgsl.ts';

/**
 * WGSL: entry point `sumLayers` of a tied network: chunk y of the grid sums the gradients of every grid's-height-th layer
 * from `firstLayer` on, `layers` in all, into its part of `further`; the first dispatch of a step begins anew.
 */
export function sumLayersWgsl(kind: KernelKind): string {
  return /* wgsl */ `
${signalWgsl(kind)}
fn gather(at: u32, sum: vec4f) {
  if (setting.firstLayer == 1u) { further[at] = sum; } else { further[at] += sum; }
}

@compute @workgroup_size(threads)
fn sumLayers(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) grid: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let units = setting.quads;
  let rows = setting.width;
  let blocks = (rows + 3u) / 4u;
  let item = group.x * threads + thread;
  let quad = item % units;
  let block = item / units;
  if (block > blocks) { return; }
  let at = sumsAt(group.y) + quad;
  let end = setting.firstLayer + setting.layers;
  if (block == blocks) {
    var sum = vec4f(0.0);
    for (var layer = setting.firstLayer + group.y; layer < end; layer += grid.y) {
      for (var sample = 0u; sample < setting.batch; sample++) { sum += deltas[deltaAt(layer, sample) + quad]; }
    }
    gather(at + rows * units, sum);
    return;
  }
  var sum0 = vec4f(0.0);
  var sum1 = vec4f(0.0);
  var sum2 = vec4f(0.0);
  var sum3 = vec4f(0.0);
  for (var layer = setting.firstLayer + group.y; layer < end; layer += grid.y) {
    ${sumOverSamplesWgsl}
  }
  let row = 4u * block;
  gather(at + row * units, sum0);
  if (row + 1u < rows) { gather(at + (row + 1u) * units, sum1); }
  if (row + 2u < rows) { gather(at + (row + 2u) * units, sum2); }
  if (row + 3u < rows) { gather(at + (row + 3u) * units, sum3); }
}
`;
}

/** WGSL: entry point `updateTied`: a thread hands four entries of the sum over all layers, from `layers` chunks, to the optimiser. */
export function updateTiedWgsl(rule: OptimizerName | 'gradient'): string {
  return /* wgsl */ `
${changeWgsl(rule)}
@compute @workgroup_size(threads)
fn updateTied(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= (setting.width + 1u) * setting.quads) { return; }
  if (atomicLoad(&report[0]) != ${noFault}u || atomicLoad(&report[1]) != ${noFault}u) { return; }
  var sum = vec4f(0.0);
  for (var chunk = 0u; chunk < setting.layers; chunk++) { sum += further[sumsAt(chunk) + id.x]; }
  change(parametersOf(1u) + id.x, sum, 1u);
}
`;
}
