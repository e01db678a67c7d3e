import { leastLeft, leastSpread, noDivisor } from '#engine/kernels/walkSlice/walkSlice.ts';
import type { Norm } from '#theory/norm.ts';

/** What makes a pipeline of vectors another. */
export interface VectorKind {
  readonly isResidual: boolean;
  readonly norm: Norm;
}

/**
 * WGSL: a step of a residual or normalised network, forwards and backwards; `vectorOn` and `vectorBack`. Vectors are kept, because
 * a branch adds to every component and a norm takes directions off: quads of all walks lie side by side, so that threads read neighbours.
 */
const entryPoint = /* wgsl */ `
fn quadsOf(width: u32) -> u32 { return (width + 3u) / 4u; }
fn slotOf(layer: u32) -> u32 { return select(0u, layer, setting.needsGradient == 1u); }
fn at(slot: u32, quad: u32, quads: u32, walk: u32) -> u32 { return (slot * quads + quad) * setting.batch + walk; }
fn lengthAt(layer: u32, quads: u32, walk: u32) -> u32 {
  let slots = select(1u, setting.depth + 2u, setting.needsGradient == 1u);
  return (slots * quads + layer) * setting.batch + walk;
}

// ln of h's root mean square, and mean and variance of its direction's units.
fn lengthOf(layer: u32, walk: u32) -> vec4f {
  return kept[lengthAt(layer, quadsOf(u32(layers[0].x)), walk)];
}

fn placeOf(layer: u32, walk: u32) -> Place {
  let width = layers[layer].x;
  if (layer == 0u) {
    return Place(0u, u32(width), setting.firstWalk + walk, setting.inputLogScale, setting.inputLogScale, 1.0);
  }
  let before = lengthOf(layer - 1u, walk);
  let above = layers[layer].y + select(before.x, 0.0, isNormed) + 0.5 * log(width);
  let logScale = select(above, max(above, 0.0), setting.biasDeviation > 0.0);
  let alive = select(0.0, 1.0, !isNormed || before.z > ${leastSpread});
  return Place(layer, u32(width), setting.firstWalk + walk, above, logScale, alive);
}

// Divides what lies in a slot by its norm; returns ln(|x|^2 / n). A square of \`least\` or less is none.
fn normalise(slot: u32, square: f32, least: f32, width: u32, walk: u32) -> f32 {
  let lives = square > least;
  let shrink = select(0.0, inverseSqrt(max(square, 1e-38) / f32(width)), lives);
  let quads = quadsOf(width);
  for (var q = 0u; q < quads; q++) { kept[at(slot, q, quads, walk)] *= shrink; }
  return select(deadLog, log(max(square, 1e-38) / f32(width)), lives);
}

// Mean and variance of the units of a direction of mean square 1, or of nothing.
fn spreadOf(slot: u32, width: u32, walk: u32, lives: bool) -> vec2f {
  if (!takesMeanOff) { return vec2f(0.0, select(0.0, 1.0, lives)); }
  let quads = quadsOf(width);
  var sum = 0.0;
  for (var q = 0u; q < quads; q++) { sum += dot(kept[at(slot, q, quads, walk)], vec4f(1.0)); }
  let mean = sum / f32(width);
  var square = 0.0;
  for (var q = 0u; q < quads; q++) {
    let centred = (kept[at(slot, q, quads, walk)] - mean) * inside(q, width);
    square += dot(centred, centred);
  }
  return vec2f(mean, square / f32(width));
}

fn vectorOn(layer: u32, walk: u32) -> f32 {
  let width = u32(layers[0].x);
  let quads = quadsOf(width);
  let place = placeOf(layer, walk);
  let begins = layer == 0u;
  var before = place.logScale;
  if (!begins) { before = lengthOf(layer - 1u, walk).x; }
  let reach = setting.residual * scaleOf(place.logScale - before);
  let factor = directionFactor(place) * place.alive;
  let s = scaleOf(place.logScale);
  var square = 0.0;
  for (var q = 0u; q < quads; q++) {
    var h = preActivation(q, place, factor).a;
    if (!isResidual || !begins) { h = valueQuad(h, s); }
    if (isResidual && !begins) { h = kept[at(slotOf(layer - 1u), q, quads, walk)] + reach * h; }
    h *= inside(q, width);
    kept[at(slotOf(layer), q, quads, walk)] = h;
    square += dot(h, h);
  }
  let lives = square > 0.0;
  let halfLog = 0.5 * normalise(slotOf(layer), square, 0.0, width, walk);
  let logLength = select(place.logScale, before, isResidual && !begins) + select(0.0, halfLog, lives);
  kept[lengthAt(layer, quads, walk)] = vec4f(logLength, spreadOf(slotOf(layer), width, walk, lives), 0.0);
  return select(deadLog, 2.0 * (logLength - before), lives);
}

fn vectorBack(step: u32, walk: u32) -> f32 {
  let width = u32(layers[0].x);
  let quads = quadsOf(width);
  let slot = setting.depth + 1u;
  var square = 0.0;
  if (step == 0u) {
    for (var q = 0u; q < quads; q++) {
      let delta = gaussianQuad(generate(vec4u(q, 0u, setting.firstWalk + walk, setting.deltasKey))) * inside(q, width);
      kept[at(slot, q, quads, walk)] = delta;
      square += dot(delta, delta);
    }
    return normalise(slot, square, 0.0, width, walk);
  }
  let below = setting.depth - step;
  let place = placeOf(below + 1u, walk);
  let landing = placeOf(below, walk);
  let own = lengthOf(below, walk);
  let spreads = own.z > ${leastSpread};
  // norm(h) is (h - mean) shrink; of h itself where there is none.
  let mean = select(0.0, own.y, isNormed);
  let shrink = select(1.0, select(0.0, inverseSqrt(max(own.z, 1e-38)), spreads), isNormed);
  let factor = directionFactor(place) * place.alive;
  let s = scaleOf(place.logScale);
  var ww = 0.0;
  var xw = 0.0;
  var h3 = vec3f(0.0); // |x|^2, x.p, |p|^2; x is h or its norm
  var sum = 0.0;
  // How much of h is in the fresh numbers; taken out of them where the weights are orthogonal.
  var within = 0.0;
  if (isOrthogonal) {
    for (var q = 0u; q < quads; q++) {
      let x = (kept[at(below, q, quads, walk)] - mean) * shrink * inside(q, width);
      h3 += vec3f(dot(x, x), dot(x, freshQuad(q, landing)), 0.0);
    }
    within = h3.y / max(h3.x, 1e-38);
    h3 = vec3f(0.0);
  }
  for (var q = 0u; q < quads; q++) {
    let pre = preActivation(q, place, factor);
    var w = kept[at(slot, q, quads, walk)];
    if (isResidual) { w *= slopeQuad(pre.a, s); }
    let x = (kept[at(below, q, quads, walk)] - mean) * shrink * inside(q, width);
    let p = freshQuad(q, landing) - within * x;
    ww += dot(w, w);
    xw += dot(pre.x, w);
    h3 += vec3f(dot(x, x), dot(x, p), dot(p, p));
    sum += dot(p, vec4f(1.0));
  }
  let rho = select(0.0, xw * inverseSqrt(max(ww, 1e-38)), ww > 0.0);
  let hh = max(h3.x, 1e-38);
  // Nothing is perpendicular to the only unit.
  var fresh = select(1.0, 0.0, width == 1u);
  if (isOrthogonal) { fresh *= sqrt(max(f32(width) - rho * rho, 0.0) / max(h3.z, 1e-30)); }
  // The Jacobian of a norm leaves nothing along norm(h), which is what W h shows, and nothing of the mean.
  var along = -fresh * h3.y / hh;
  if (!isNormed) { along += rho * inverseSqrt(hh); }
  let centre = select(0.0, fresh * sum / f32(width), takesMeanOff);
  var logDivisor = 0.0;
  if (isNormed) { logDivisor = select(${noDivisor}, own.x + 0.5 * log(max(own.z, 1e-38)), spreads); }
  var reach = exp(layers[below + 1u].y) * sqrt(ww);
  if (isResidual) { reach *= setting.residual * scaleOf(-logDivisor); }
  var ownFactor = landing.alive;
  if (!isResidual) { ownFactor *= directionFactor(landing); }
  let ownScale = scaleOf(landing.logScale);
  var whole = 0.0;
  for (var q = 0u; q < quads; q++) {
    let x = (kept[at(below, q, quads, walk)] - mean) * shrink * inside(q, width);
    let p = fresh * (freshQuad(q, landing) - within * x);
    var delta = reach * (along * x + p - centre) * inside(q, width);
    if (isResidual) { delta += kept[at(slot, q, quads, walk)]; }
    else {
      let slope = slopeQuad(preActivation(q, landing, ownFactor).a, ownScale);
      delta *= slope;
      whole += dot(slope * p, slope * p);
    }
    kept[at(slot, q, quads, walk)] = delta;
    square += dot(delta, delta);
  }
  if (isResidual) { return normalise(slot, square, 0.0, width, walk); }
  // Where the norm takes all off, rounding is left.
  let least = select(1e30, ${leastLeft} * reach * reach * whole, logDivisor < ${noDivisor});
  let growth = normalise(slot, square, least, width, walk);
  return select(deadLog, growth - 2.0 * logDivisor, square > least);
}

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= setting.batch) { return; }
  // Every way has the same bindings; an automatic layout leaves out what a shader does not touch.
  carried[id.x].y = 1.0;
  for (var k = 0u; k < setting.steps; k++) {
    var growth = 0.0;
    if (setting.backward == 1u) { growth = vectorBack(setting.firstStep + k, id.x); }
    else { growth = vectorOn(setting.firstStep + k, id.x); }
    increments[id.x * setting.steps + k] = growth;
  }
}
`;

/** WGSL: the constants of a kind of network whose vectors are kept, and its entry point. */
export const vectorWgsl = ({ isResidual, norm }: VectorKind): string => `
const isResidual = ${isResidual};
const isNormed = ${norm !== 'none'};
const takesMeanOff = ${norm === 'layer'};
${entryPoint}`;
