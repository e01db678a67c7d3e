import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { lowerSlopes, mostAttempts } from './groupSums.ts';

/** WGSL: `layerSums` of piecewise linear f without biases, at a cost that hardly depends on the width; `groupSums`. */
export function groupSumsWgsl(nonlinearity: Nonlinearity): string {
  return /* wgsl */ `
const low = f32(${lowerSlopes[nonlinearity] ?? 0});
const isLinear = ${nonlinearity === 'linear'};

// Marsaglia & Tsang 2000; one degree is a squared normal number, none is 0.
fn chiSquares(degrees: vec2f, index: u32, place: Place) -> vec2f {
  var found = vec2f(0.0);
  var open = degrees > vec2f(0.0);
  let d = max(degrees, vec2f(2.0)) * 0.5 - 1.0 / 3.0;
  let c = inverseSqrt(9.0 * d);
  for (var k = 0u; k < ${mostAttempts}u && any(open); k++) {
    let words = generate(vec4u(2u * k + index, place.layer, place.walk, setting.forwardKey));
    let z = gaussianQuad(words.xyxy).xy;
    let u = (vec2f(words.zw >> vec2u(8u)) + 0.5) * 0x1p-24;
    let w = 1.0 + c * z;
    let v = w * w * w;
    let fits = (w > vec2f(0.0)) & (log(u) < 0.5 * z * z + d * (1.0 - v + log(max(v, vec2f(1e-30)))));
    let isOne = degrees == vec2f(1.0);
    let isTaken = open & (fits | isOne);
    found = select(found, select(2.0 * d * v, z * z, isOne), isTaken);
    open = open & !isTaken;
  }
  return found;
}

// The first of the pair above, alone: the same number at half the cost.
fn chiSquare(degrees: f32, place: Place) -> f32 {
  if (degrees == 0.0) { return 0.0; }
  let d = max(degrees, 2.0) * 0.5 - 1.0 / 3.0;
  let c = inverseSqrt(9.0 * d);
  for (var k = 0u; k < ${mostAttempts}u; k++) {
    let words = generate(vec4u(2u * k, place.layer, place.walk, setting.forwardKey));
    let z = gaussianQuad(words.xyxy).x;
    if (degrees == 1.0) { return z * z; }
    let u = (f32(words.z >> 8u) + 0.5) * 0x1p-24;
    let w = 1.0 + c * z;
    let v = w * w * w;
    if (w > 0.0 && log(u) < 0.5 * z * z + d * (1.0 - v + log(max(v, 1e-30)))) { return 2.0 * d * v; }
  }
  return 0.0;
}

fn heads(place: Place) -> u32 {
  var count = 0u;
  for (var i = 0u; 64u * i < place.width; i++) {
    let words = generate(vec4u(i, place.layer, place.walk, setting.signsKey)) >> vec4u(16u);
    let left = clamp(vec4i(i32(place.width) - i32(64u * i)) - vec4i(0, 16, 32, 48), vec4i(0), vec4i(16));
    let mask = (vec4u(1u) << vec4u(left)) - vec4u(1u);
    let bits = countOneBits(words & mask);
    count += bits.x + bits.y + bits.z + bits.w;
  }
  return count;
}

// Over the units of one sign: x^2, and what is left of p^2 beside x.
fn signGroup(degrees: u32, index: u32, place: Place) -> vec2f {
  let rest = select(0.0, f32(degrees) - 1.0, setting.needsGradient == 1u);
  return chiSquares(vec2f(f32(degrees), rest), index, place);
}

fn across(z: vec2f, h: vec2f) -> vec2f {
  let hh = dot(h, h);
  return vec2f(-h.y, h.x) * select(0.0, (h.x * z.y - h.y * z.x) / max(hh, 1e-38), hh > 0.0);
}

// drawsGradientAlone, as TypeScript has it.
fn isAlone() -> bool { return setting.gradientAlone == 1u && !isOrthogonal; }

fn layerSums(place: Place) -> mat2x4f {
  let isTop = place.layer == setting.depth;
  var positive = place.width;
  if (!isLinear) { positive = heads(place); }
  if (isAlone()) {
    let others = select(0u, place.width - positive, isTop || low != 0.0);
    var pp = vec2f(0.0);
    if (isLinear || (low == 0.0 && !isTop)) { pp.x = chiSquare(f32(positive), place); }
    else { pp = chiSquares(vec2f(f32(positive), f32(others)), 0u, place); }
    let passed = select(place.alive * (pp.x + low * low * pp.y), pp.x + pp.y, isTop);
    let lives = select(0.0, place.alive, positive > 0u || low != 0.0);
    return mat2x4f(lives, 0.0, 0.0, 0.0, 0.0, 0.0, passed, 0.0);
  }
  let up = signGroup(positive, 0u, place);
  var down = vec2f(0.0);
  if (!isLinear && (low != 0.0 || isOrthogonal || isTop)) { down = signGroup(place.width - positive, 1u, place); }
  let lengths = sqrt(vec2f(up.x, down.x));
  let drawn = gaussianQuad(generate(vec4u(0u, place.layer, place.walk, setting.backwardKey))).xy;
  var z = select(vec2f(0.0), drawn, lengths > vec2f(0.0));
  if (isOrthogonal && !isTop) { z = across(z, lengths * vec2f(1.0, low)); }
  var norm = 1.0;
  if (isOrthogonal && place.layer > 0u) { norm = f32(place.width) / (up.x + down.x); }
  let xx = place.alive * norm;
  let xp = place.alive * sqrt(norm);
  let p = lengths * z;
  let pp = z * z + vec2f(up.y, down.y);
  let t = select(place.alive, 1.0, isTop);
  let u = select(place.alive * low, 1.0, isTop);
  return mat2x4f(
    xx * (up.x + low * low * down.x),
    xp * (p.x + low * p.y),
    xx * (t * up.x + u * low * down.x),
    xp * (t * p.x + u * p.y),
    xx * (t * up.x + u * u * low * low * down.x),
    xp * (t * p.x + u * u * low * p.y),
    t * pp.x + u * u * pp.y,
    pp.x + pp.y);
}
`;
}
