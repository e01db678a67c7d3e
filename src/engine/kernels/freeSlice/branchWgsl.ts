/**
 * WGSL: a step of a residual network, forwards and backwards; `branchOn` and `branchBack`. Vectors are kept, because a
 * branch adds to every component: quads of all walks lie side by side, so that threads read neighbours.
 */
export const branchWgsl = /* wgsl */ `
fn quadsOf(width: u32) -> u32 { return (width + 3u) / 4u; }
fn slotOf(layer: u32) -> u32 { return select(0u, layer, setting.needsGradient == 1u); }
fn at(slot: u32, quad: u32, quads: u32, walk: u32) -> u32 { return (slot * quads + quad) * setting.batch + walk; }
fn lengthAt(layer: u32, quads: u32, walk: u32) -> u32 {
  let slots = select(1u, setting.depth + 2u, setting.needsGradient == 1u);
  return (slots * quads + layer) * setting.batch + walk;
}

fn placeOf(layer: u32, walk: u32, logLength: f32) -> Place {
  let width = layers[layer].x;
  let above = layers[layer].y + logLength + 0.5 * log(width);
  let logScale = select(above, max(above, 0.0), setting.biasDeviation > 0.0);
  return Place(layer, u32(width), setting.firstWalk + walk, above, logScale, 1.0);
}

// Divides what lies in a slot by its norm; returns ln(|x|^2 / n).
fn normalise(slot: u32, square: f32, width: u32, walk: u32) -> f32 {
  let lives = square > 0.0;
  let shrink = select(0.0, inverseSqrt(max(square, 1e-38) / f32(width)), lives);
  let quads = quadsOf(width);
  for (var q = 0u; q < quads; q++) { kept[at(slot, q, quads, walk)] *= shrink; }
  return select(deadLog, log(max(square, 1e-38) / f32(width)), lives);
}

fn branchOn(layer: u32, walk: u32) -> f32 {
  let width = u32(layers[0].x);
  let quads = quadsOf(width);
  var logLength = setting.inputLogScale;
  var square = 0.0;
  if (layer > 0u) { logLength = kept[lengthAt(layer - 1u, quads, walk)].x; }
  let place = placeOf(layer, walk, logLength);
  let reach = setting.residual * scaleOf(place.logScale - logLength);
  var factor = 1.0;
  if (layer > 0u) { factor = directionFactor(place); }
  for (var q = 0u; q < quads; q++) {
    var h = drawQuad(q, place);
    if (layer > 0u) {
      let pre = preActivation(q, place, factor);
      h = kept[at(slotOf(layer - 1u), q, quads, walk)] + reach * valueQuad(pre.a, scaleOf(place.logScale));
      h *= inside(q, width);
    }
    kept[at(slotOf(layer), q, quads, walk)] = h;
    square += dot(h, h);
  }
  let growth = normalise(slotOf(layer), square, width, walk);
  kept[lengthAt(layer, quads, walk)] = vec4f(select(logLength, logLength + 0.5 * growth, square > 0.0), 0.0, 0.0, 0.0);
  return growth;
}

fn branchBack(step: u32, walk: u32) -> f32 {
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
    return normalise(slot, square, width, walk);
  }
  let layer = setting.depth - step + 1u;
  let place = placeOf(layer, walk, kept[lengthAt(layer - 1u, quads, walk)].x);
  let landing = Place(layer - 1u, width, place.walk, 0.0, 0.0, 1.0);
  let factor = directionFactor(place);
  let s = scaleOf(place.logScale);
  var ww = 0.0;
  var xw = 0.0;
  var h3 = vec3f(0.0); // |h|^2, h.p, |p|^2
  // How much of h is in the fresh numbers; taken out of them where the weights are orthogonal.
  var within = 0.0;
  if (isOrthogonal) {
    for (var q = 0u; q < quads; q++) {
      let h = kept[at(layer - 1u, q, quads, walk)];
      h3 += vec3f(dot(h, h), dot(h, freshQuad(q, landing)), 0.0);
    }
    within = h3.y / max(h3.x, 1e-38);
    h3 = vec3f(0.0);
  }
  for (var q = 0u; q < quads; q++) {
    let pre = preActivation(q, place, factor);
    let w = slopeQuad(pre.a, s) * kept[at(slot, q, quads, walk)];
    let h = kept[at(layer - 1u, q, quads, walk)];
    let p = freshQuad(q, landing) - within * h;
    ww += dot(w, w);
    xw += dot(pre.x, w);
    h3 += vec3f(dot(h, h), dot(h, p), dot(p, p));
  }
  let rho = select(0.0, xw * inverseSqrt(max(ww, 1e-38)), ww > 0.0);
  let hh = max(h3.x, 1e-38);
  var fresh = select(1.0, 0.0, width == 1u);
  if (isOrthogonal) { fresh *= sqrt(max(f32(width) - rho * rho, 0.0) / max(h3.z, 1e-30)); }
  let along = rho * inverseSqrt(hh) - fresh * h3.y / hh;
  let reach = setting.residual * exp(layers[layer].y) * sqrt(ww);
  for (var q = 0u; q < quads; q++) {
    let h = kept[at(layer - 1u, q, quads, walk)];
    let delta = kept[at(slot, q, quads, walk)] + reach * (along * h + fresh * (freshQuad(q, landing) - within * h));
    kept[at(slot, q, quads, walk)] = delta;
    square += dot(delta, delta);
  }
  return normalise(slot, square, width, walk);
}

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= setting.batch) { return; }
  // Every way has the same bindings; an automatic layout leaves out what a shader does not touch.
  carried[id.x].y = 1.0;
  for (var k = 0u; k < setting.steps; k++) {
    var growth = 0.0;
    if (setting.backward == 1u) { growth = branchBack(setting.firstStep + k, id.x); }
    else { growth = branchOn(setting.firstStep + k, id.x); }
    increments[id.x * setting.steps + k] = growth;
  }
}
`;
