/**
 * WGSL: `layerSums` unit by unit, for any f. Two columns: (hh, hp, thx, tpx) and (thth, thtp, tptp, pp), as named in
 * `LayerSums`. `fn preActivation` gives x and a of a quad: what the matrix gives, and that with its bias.
 */
export const unitSumsWgsl = /* wgsl */ `
struct PreActivation { x: vec4f, a: vec4f }

fn drawQuad(quad: u32, place: Place) -> vec4f {
  let key = select(setting.forwardKey, setting.inputsKey, place.layer == 0u);
  return gaussianQuad(generate(vec4u(quad, place.layer, place.walk, key))) * inside(quad, place.width);
}

// A uniform direction of length sqrt(width) instead of normal numbers, where the weights are orthogonal.
fn directionFactor(place: Place) -> f32 {
  if (!isOrthogonal || place.layer == 0u) { return 1.0; }
  var square = 0.0;
  for (var q = 0u; 4u * q < place.width; q++) {
    let e = drawQuad(q, place);
    square += dot(e, e);
  }
  return sqrt(f32(place.width) / square);
}

fn preActivation(quad: u32, place: Place, factor: f32) -> PreActivation {
  let x = drawQuad(quad, place) * factor;
  if (setting.biasDeviation == 0.0 || place.layer == 0u) { return PreActivation(x, x); }
  let bias = gaussianQuad(generate(vec4u(quad, place.layer, place.walk, setting.biasesKey))) * inside(quad, place.width);
  let shrink = exp(max(place.above - place.logScale, -80.0));
  return PreActivation(x, x * shrink + bias * (setting.biasDeviation * exp(max(-place.logScale, -80.0))));
}

// The fresh numbers of the backward step that lands here; at the top, delta_D.
fn freshQuad(quad: u32, place: Place) -> vec4f {
  let isTop = place.layer == setting.depth;
  let key = select(setting.backwardKey, setting.deltasKey, isTop);
  return gaussianQuad(generate(vec4u(quad, select(place.layer, 0u, isTop), place.walk, key))) * inside(quad, place.width);
}

fn isAlone() -> bool { return false; }

fn layerSums(place: Place) -> mat2x4f {
  var sums = mat2x4f();
  let factor = directionFactor(place) * place.alive;
  let s = scaleOf(place.logScale);
  let isTop = place.layer == setting.depth;
  // How much of h is in the fresh numbers.
  var hp = 0.0;
  if (isOrthogonal && !isTop && setting.needsGradient == 1u) {
    var hh = 0.0;
    for (var q = 0u; 4u * q < place.width; q++) {
      let h = valueQuad(preActivation(q, place, factor).a, s) * inside(q, place.width);
      hh += dot(h, h);
      hp += dot(h, freshQuad(q, place));
    }
    hp = select(0.0, hp / max(hh, 1e-38), hh > 0.0);
  }
  for (var q = 0u; 4u * q < place.width; q++) {
    let pre = preActivation(q, place, factor);
    let h = valueQuad(pre.a, s) * inside(q, place.width);
    if (setting.needsGradient == 0u) {
      sums[0].x += dot(h, h);
      continue;
    }
    let p = freshQuad(q, place) - hp * h;
    let t = select(slopeQuad(pre.a, s), vec4f(1.0), isTop);
    let th = t * h;
    let tp = t * p;
    sums[0] += vec4f(dot(h, h), dot(h, p), dot(th, pre.x), dot(tp, pre.x));
    sums[1] += vec4f(dot(th, th), dot(th, tp), dot(tp, tp), dot(p, p));
  }
  return sums;
}
`;
