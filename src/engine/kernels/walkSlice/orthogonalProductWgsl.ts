/**
 * WGSL: `multiply` and `multiplyTransposed` for a Haar-orthogonal matrix Q = H_0 H_1 .. H_(N-2) S: reflections
 * H_k made of Gaussian vectors x_k of length N - k, and random signs S (Stewart 1980). Reflections are applied
 * four at a time: one reduction gives all inner products of a panel, a recursion in registers the coefficients.
 */
export const orthogonalProductWgsl = /* wgsl */ `
var<workgroup> panelSums: array<mat4x4f, threads>;
var<workgroup> panelSumsOfSums: array<mat4x4f, 8>;

// Element of x_k (k = 4 panel + index) at the coordinates of a quad; zero before coordinate k and beyond the width.
fn reflector(panel: u32, index: u32, quad: u32, layer: u32, network: u32) -> vec4f {
  let k = 4u * panel + index;
  if (k + 1u >= setting.width) { return vec4f(0.0); }
  let x = gaussianQuad(generate(vec4u(quad | (k << 8u), layer, network, setting.weightsKey)));
  let coordinates = vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u);
  return select(vec4f(0.0), x, coordinates >= vec4u(k)) * inside(quad);
}

fn panelTotal(value: mat4x4f, thread: u32) -> mat4x4f {
  panelSums[thread] = value;
  workgroupBarrier();
  if (thread < 8u) {
    var sum = panelSums[thread];
    for (var k = thread + 8u; k < threads; k += 8u) { sum += panelSums[k]; }
    panelSumsOfSums[thread] = sum;
  }
  workgroupBarrier();
  var sum = panelSumsOfSums[0];
  for (var k = 1u; k < 8u; k++) { sum += panelSumsOfSums[k]; }
  return sum;
}

fn reflectPanel(panel: u32, descending: bool, layer: u32, network: u32, thread: u32) {
  // Columns: x.x for each k; x.y for each k; (01 02 03 12); (13 23 - -).
  var sums = mat4x4f();
  for (var q = panel + thread; q < setting.quads; q += threads) {
    let y = current[q];
    let a = reflector(panel, 0u, q, layer, network);
    let b = reflector(panel, 1u, q, layer, network);
    let c = reflector(panel, 2u, q, layer, network);
    let d = reflector(panel, 3u, q, layer, network);
    sums[0] += vec4f(dot(a, a), dot(b, b), dot(c, c), dot(d, d));
    sums[1] += vec4f(dot(a, y), dot(b, y), dot(c, y), dot(d, y));
    sums[2] += vec4f(dot(a, b), dot(a, c), dot(a, d), dot(b, c));
    sums[3] += vec4f(dot(b, d), dot(c, d), 0.0, 0.0);
  }
  let all = panelTotal(sums, thread);
  let ha = reflector(panel, 0u, panel, layer, network);
  let hb = reflector(panel, 1u, panel, layer, network);
  let hc = reflector(panel, 2u, panel, layer, network);
  let hd = reflector(panel, 3u, panel, layer, network);
  let head = vec4f(ha.x, hb.y, hc.z, hd.w);
  let norms = sqrt(all[0]);
  // v_k = x_k + sigma_k e_k
  let sigma = select(-norms, norms, head >= vec4f(0.0));
  let vv = 2.0 * (all[0] + norms * abs(head));
  let twice = select(vec4f(0.0), 2.0 / max(vv, vec4f(1e-30)), vv > vec4f(0.0));
  let vy = all[1] + sigma * current[panel];
  let ab = all[2].x + sigma.y * ha.y;
  let ac = all[2].y + sigma.z * ha.z;
  let ad = all[2].z + sigma.w * ha.w;
  let bc = all[2].w + sigma.z * hb.z;
  let bd = all[3].x + sigma.w * hb.w;
  let cd = all[3].y + sigma.w * hc.w;
  var c = vec4f(0.0);
  if (descending) {
    c.w = twice.w * vy.w;
    c.z = twice.z * (vy.z - c.w * cd);
    c.y = twice.y * (vy.y - c.w * bd - c.z * bc);
    c.x = twice.x * (vy.x - c.w * ad - c.z * ac - c.y * ab);
  } else {
    c.x = twice.x * vy.x;
    c.y = twice.y * (vy.y - c.x * ab);
    c.z = twice.z * (vy.z - c.x * ac - c.y * bc);
    c.w = twice.w * (vy.w - c.x * ad - c.y * bd - c.z * cd);
  }
  workgroupBarrier();
  for (var q = panel + thread; q < setting.quads; q += threads) {
    var y = current[q];
    y -= c.x * reflector(panel, 0u, q, layer, network) + c.y * reflector(panel, 1u, q, layer, network)
      + c.z * reflector(panel, 2u, q, layer, network) + c.w * reflector(panel, 3u, q, layer, network);
    if (q == panel) { y -= c * sigma; }
    current[q] = y;
  }
  workgroupBarrier();
}

fn signsOf(quad: u32, layer: u32, network: u32) -> vec4f {
  return 1.0 - 2.0 * vec4f(generate(vec4u(quad, layer, network, setting.signsKey)) >> vec4u(31u));
}

fn multiply(layer: u32, network: u32, thread: u32) {
  for (var q = thread; q < setting.quads; q += threads) { current[q] *= signsOf(q, layer, network); }
  workgroupBarrier();
  for (var panel = setting.quads; panel > 0u; panel--) { reflectPanel(panel - 1u, true, layer, network, thread); }
  for (var q = thread; q < setting.quads; q += threads) { product[q] = current[q] * setting.gain; }
}

fn multiplyTransposed(layer: u32, network: u32, thread: u32) {
  for (var panel = 0u; panel < setting.quads; panel++) { reflectPanel(panel, false, layer, network, thread); }
  for (var q = thread; q < setting.quads; q += threads) {
    product[q] = current[q] * signsOf(q, layer, network) * setting.gain;
  }
}
`;
