import type { Norm } from '#theory/norm.ts';
import { deadIncrement, leastLeft, leastSpread, logScaleLimit, noDivisor } from './walkSlice.ts';

/** What makes a pipeline of blocks another than the plain one. */
export interface BlockKind {
  readonly isResidual: boolean;
  readonly norm: Norm;
}

/**
 * WGSL: a layer of a residual or normalised network, forwards and backwards, in place of the plain entry point. `vectors` holds h or
 * delta between steps, `current` what enters the next matrix: h or norm(h), delta or f'(a) delta.
 * `preActivations` has a_d in rows 0..depth, norm(h_d) behind them; `logScales` has their scales, that of h, and ln of each norm's divisor.
 */
const entryPoint = /* wgsl */ `
fn rowAt(walk: u32, row: u32, quad: u32) -> u32 {
  let rows = select(setting.depth + 1u, 2u * (setting.depth + 1u), isNormed);
  return (walk * rows + row) * setting.quads + quad;
}
fn scalesOf(walk: u32) -> u32 {
  return walk * select(setting.depth + 2u, 2u * setting.depth + 3u, isNormed);
}

// f'(a_d); without pre-activations, of linear branches, one.
fn slopeAt(layer: u32, quad: u32, walk: u32) -> vec4f {
  if (setting.keepsPreActivations == 0u) { return vec4f(1.0); }
  return slopeQuad(preActivations[rowAt(walk, layer, quad)], scaleOf(logScales[scalesOf(walk) + layer]));
}

// Makes current norm(h), of mean square 1, and keeps it with its divisor. h has log-scale above.
fn normalise(layer: u32, walk: u32, above: f32, thread: u32) {
  let width = f32(setting.width);
  var mean = 0.0;
  if (takesMeanOff) {
    var mine = 0.0;
    for (var q = thread; q < setting.quads; q += threads) {
      mine += dot(vectors[walk * setting.quads + q], vec4f(1.0));
    }
    mean = total(vec2f(mine, 0.0), thread).x / width;
  }
  var mine = 0.0;
  for (var q = thread; q < setting.quads; q += threads) {
    let centred = (vectors[walk * setting.quads + q] - mean) * inside(q);
    current[q] = centred;
    mine += dot(centred, centred);
  }
  let square = total(vec2f(mine, 0.0), thread).x / width;
  let alive = square > ${leastSpread};
  let shrink = select(0.0, inverseSqrt(max(square, 1e-38)), alive);
  for (var q = thread; q < setting.quads; q += threads) {
    let made = current[q] * shrink;
    current[q] = made;
    if (setting.keepsPreActivations == 1u) { preActivations[rowAt(walk, setting.depth + 1u + layer, q)] = made; }
  }
  if (thread == 0u) {
    logScales[scalesOf(walk) + setting.depth + 2u + layer] =
      select(${noDivisor}, above + 0.5 * log(max(square, 1e-38)), alive);
  }
}

// Makes of product what the norm's Jacobian, transposed, makes of it but for the divisor; whether anything is left of what f' passes on.
fn project(layer: u32, walk: u32, thread: u32) -> bool {
  var mine = vec2f(0.0);
  for (var q = thread; q < setting.quads; q += threads) {
    let y = product[q] * inside(q);
    mine += vec2f(dot(y, preActivations[rowAt(walk, setting.depth + 1u + layer, q)]), dot(y, vec4f(1.0)));
  }
  let along = total(mine, thread) / f32(setting.width);
  mine = vec2f(0.0);
  for (var q = thread; q < setting.quads; q += threads) {
    let y = product[q] * inside(q);
    var left = y - along.x * preActivations[rowAt(walk, setting.depth + 1u + layer, q)];
    if (takesMeanOff) { left = (left - along.y) * inside(q); }
    product[q] = left;
    if (isResidual) { continue; }
    let slope = slopeAt(layer, q, walk);
    mine += vec2f(dot(slope * left, slope * left), dot(slope * y, slope * y));
  }
  if (isResidual) { return true; }
  let squares = total(mine, thread);
  return squares.x > ${leastLeft} * squares.y;
}

// One step forwards from the product; returns the log-scale of the new h.
fn stepOn(step: u32, walk: u32, network: u32, above: f32, thread: u32, place: u32) -> f32 {
  let begins = step == 0u;
  let scale = select(above, 0.0, isNormed && !begins);
  let isBiased = setting.biasDeviation > 0.0 && !begins;
  let logScale = select(scale, max(scale, 0.0), isBiased);
  let reach = setting.residual * scaleOf(logScale - above);
  var mine = 0.0;
  for (var q = thread; q < setting.quads; q += threads) {
    var a = product[q];
    if (isBiased) {
      let bias = gaussianQuad(generate(vec4u(q, sourceLayer(step), network, setting.biasesKey)));
      a = a * exp(max(scale - logScale, -${logScaleLimit}.0)) + bias * setting.biasDeviation * scaleOf(-logScale);
    }
    if (setting.keepsPreActivations == 1u) { preActivations[rowAt(walk, step, q)] = a; }
    var h = a;
    if (!isResidual || !begins) { h = valueQuad(a, scaleOf(logScale)); }
    if (isResidual && !begins) { h = vectors[walk * setting.quads + q] + reach * h; }
    h *= inside(q);
    product[q] = h;
    mine += dot(h, h);
  }
  let square = total(vec2f(mine, 0.0), thread).x;
  let width = f32(setting.width);
  let alive = square > 0.0;
  let halfLog = select(0.0, 0.5 * log(max(square, 1e-38) / width), alive);
  let shrink = select(0.0, sqrt(width / max(square, 1e-38)), alive);
  for (var q = thread; q < setting.quads; q += threads) {
    vectors[walk * setting.quads + q] = product[q] * shrink;
  }
  let logNorm = select(logScale, above, isResidual && !begins) + halfLog;
  if (thread == 0u) {
    logScales[scalesOf(walk) + step] = logScale;
    increments[place] = vec2f(select(${deadIncrement}, 2.0 * (logNorm - above), alive), 0.0);
  }
  return logNorm;
}

// One step backwards from the product, which lands in a layer; left tells whether the norm left anything of it.
fn stepBack(layer: u32, begins: bool, left: bool, walk: u32, thread: u32, place: u32) {
  var logDivisor = 0.0;
  if (isNormed && !begins) { logDivisor = logScales[scalesOf(walk) + setting.depth + 2u + layer]; }
  let reach = setting.residual * scaleOf(-logDivisor);
  var mine = vec2f(0.0);
  for (var q = thread; q < setting.quads; q += threads) {
    var delta = product[q] * inside(q);
    if (isResidual) {
      if (!begins) { delta = vectors[walk * setting.quads + q] + reach * delta; }
      // What of it reaches this layer's branch; the input has none.
      var sent = delta;
      if (layer > 0u) { sent *= slopeAt(layer, q, walk); }
      mine += vec2f(dot(delta, delta), dot(sent, sent));
    } else {
      if (!begins) { delta *= slopeAt(layer, q, walk); }
      mine += vec2f(dot(delta, delta));
    }
    product[q] = delta;
  }
  let sum = total(mine, thread);
  let width = f32(setting.width);
  let alive = sum.x > 0.0 && (isResidual || (left && logDivisor < ${noDivisor}));
  let shrink = select(0.0, sqrt(width / max(sum.x, 1e-38)), alive);
  for (var q = thread; q < setting.quads; q += threads) {
    vectors[walk * setting.quads + q] = product[q] * shrink;
  }
  if (thread == 0u) {
    let divided = select(logDivisor, 0.0, isResidual);
    let growth = log(max(sum.x, 1e-38) / width) - 2.0 * divided;
    let reached = log(max(sum.y, 1e-38) / max(sum.x, 1e-38));
    increments[place] = vec2f(
      select(${deadIncrement}, growth, alive),
      select(${deadIncrement}, reached, sum.y > 0.0));
  }
}

@compute @workgroup_size(threads)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let walk = group.x;
  let globalWalk = setting.firstWalk + walk;
  let network = select(globalWalk, 0u, setting.sharedNetwork == 1u);
  var above = select(logScales[scalesOf(walk) + setting.depth + 1u], setting.inputLogScale, setting.firstStep == 0u);
  workgroupBarrier();
  for (var k = 0u; k < setting.steps; k++) {
    let step = setting.firstStep + k;
    let begins = step == 0u;
    let place = walk * setting.steps + k;
    var left = true;
    if (begins) {
      for (var q = thread; q < setting.quads; q += threads) { draw(q, globalWalk); }
    } else if (setting.backward == 1u) {
      let source = setting.depth + 1u - step;
      for (var q = thread; q < setting.quads; q += threads) {
        var sent = vectors[walk * setting.quads + q];
        if (isResidual) { sent *= slopeAt(source, q, walk); }
        current[q] = sent;
      }
      workgroupBarrier();
      multiplyTransposed(sourceLayer(source), network, thread);
      workgroupBarrier();
      if (isNormed) { left = project(source - 1u, walk, thread); }
    } else {
      if (isNormed) { normalise(step - 1u, walk, above, thread); }
      else {
        for (var q = thread; q < setting.quads; q += threads) { current[q] = vectors[walk * setting.quads + q]; }
      }
      workgroupBarrier();
      multiply(sourceLayer(step), network, thread);
    }
    workgroupBarrier();
    if (setting.backward == 1u) { stepBack(setting.depth - step, begins, left, walk, thread, place); }
    else { above = stepOn(step, walk, network, above, thread, place); }
    workgroupBarrier();
  }
  if (thread == 0u && setting.backward == 0u) { logScales[scalesOf(walk) + setting.depth + 1u] = above; }
}
`;

/** WGSL: the constants of a kind of block, and its entry point. */
export const blockWgsl = ({ isResidual, norm }: BlockKind): string => `
const isResidual = ${isResidual};
const isNormed = ${norm !== 'none'};
const takesMeanOff = ${norm === 'layer'};
${entryPoint}`;
