import type { Task } from '#engine/train/task.ts';
import type { KernelKind } from './kernelKind.ts';
import { noteAlongWgsl } from './normedWgsl.ts';
import { faultLayers, reportHead } from './trainPrelude.ts';

/** Notes beside the deltas of the classes, while their outputs are still there. */
const noteClasses = /* wgsl */ `
  for (var q = 0u; q < setting.outputQuads; q++) {
    let shares = exp(max(deltas[at + q] - top, vec4f(-87.0))) / sum;
    let isRight = vec4u(4u * q) + vec4u(0u, 1u, 2u, 3u) == vec4u(label);
    let delta = shares - select(vec4f(0.0), vec4f(1.0), isRight);
    noteAlong(setting.depth + 1u, sample, q, deltas[at + q], select(vec4f(0.0), delta, inside(q, setting.outputs)));
  }`;

/** Loss of a sample and its answer, the class' place from 1 on, negative where wrong; delta of the output layer, softmax and cross-entropy. */
const classify = (isNormed: boolean) => /* wgsl */ `
fn lossOf(sample: u32) -> vec2f {
  let at = deltaAt(setting.depth + 1u, sample);
  let label = labels[setting.slot * setting.capacity + sample];
  var top = deltas[at].x;
  var best = 0u;
  for (var o = 1u; o < setting.outputs; o++) {
    let logit = deltas[at + o / 4u][o % 4u];
    if (logit > top) { top = logit; best = o; }
  }
  var sum = 0.0;
  for (var o = 0u; o < setting.outputs; o++) { sum += exp(max(deltas[at + o / 4u][o % 4u] - top, -87.0)); }
  let right = deltas[at + label / 4u][label % 4u];
  let loss = log(sum) + top - right;
  ${isNormed ? noteClasses : ''}
  for (var o = 0u; o < 4u * setting.outputQuads; o++) {
    let share = exp(max(deltas[at + o / 4u][o % 4u] - top, -87.0)) / sum;
    let delta = share - select(0.0, 1.0, o == label);
    deltas[at + o / 4u][o % 4u] = select(0.0, delta, o < setting.outputs);
  }
  return vec2f(loss, select(-1.0, 1.0, best == label) * f32(best + 1u));
}
`;

/** Mean squared error of a sample's outputs against its inputs, and its delta. */
const encode = (isNormed: boolean) => /* wgsl */ `
fn lossOf(sample: u32) -> vec2f {
  let at = deltaAt(setting.depth + 1u, sample);
  let wanted = inputAt(sample);
  var loss = 0.0;
  for (var q = 0u; q < setting.outputQuads; q++) {
    let error = select(vec4f(0.0), deltas[at + q] - inputs[wanted + q], inside(q, setting.outputs));
    loss += dot(error, error);
    ${isNormed ? 'noteAlong(setting.depth + 1u, sample, q, deltas[at + q], error * (2.0 / f32(setting.outputs)));' : ''}
    deltas[at + q] = error * (2.0 / f32(setting.outputs));
  }
  return vec2f(loss / f32(setting.outputs), 0.0);
}
`;

/** WGSL: entry point `loss`, a thread a sample: outcomes into `report`, the output layer's delta in place of its a. */
export function lossWgsl(task: Task, { norm }: KernelKind): string {
  const isNormed = norm !== 'none';
  return /* wgsl */ `
${norm === 'none' ? '' : noteAlongWgsl(norm)}
${task === 'encode' ? encode(isNormed) : classify(isNormed)}
@compute @workgroup_size(threads)
fn loss(@builtin(global_invocation_id) id: vec3u) {
  let sample = id.x;
  if (sample >= setting.batch) { return; }
  let outcome = lossOf(sample);
  let at = ${reportHead}u + 2u * (setting.slot * setting.capacity + sample);
  atomicStore(&report[at], bitcast<u32>(outcome.x));
  atomicStore(&report[at + 1u], bitcast<u32>(outcome.y));
  if (isBad(vec4f(outcome.x))) { atomicMin(&report[0], setting.slot * ${faultLayers}u + setting.depth + 1u); }
}
`;
}
