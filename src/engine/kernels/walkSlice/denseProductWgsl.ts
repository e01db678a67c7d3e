/**
 * WGSL: `multiply` (product = g W current) and `multiplyTransposed` (product = g W^T current) for independent
 * entries. Entry (row, column) of layer d of network w is element column % 4 of the words at counter
 * (column / 4 + 256 row, d, w), so both directions make the same weights again and none is stored.
 *
 * A thread makes one quad of outputs from every parts-th part of the inputs: narrow networks would leave most
 * threads idle otherwise.
 */
export const denseProductWgsl = /* wgsl */ `
fn weightsAt(row: u32, quad: u32, layer: u32, network: u32) -> vec4f {
  return weightQuad(generate(vec4u(quad | (row << 8u), layer, network, setting.weightsKey)));
}

fn rowsOf(quad: u32, part: u32, layer: u32, network: u32) -> vec4f {
  var sum = vec4f(0.0);
  let row = 4u * quad;
  for (var q = part; q < setting.quads; q += setting.parts) {
    let h = current[q];
    sum += vec4f(
      dot(weightsAt(row, q, layer, network), h),
      dot(weightsAt(row + 1u, q, layer, network), h),
      dot(weightsAt(row + 2u, q, layer, network), h),
      dot(weightsAt(row + 3u, q, layer, network), h));
  }
  return sum;
}

fn columnsOf(quad: u32, part: u32, layer: u32, network: u32) -> vec4f {
  var sum = vec4f(0.0);
  for (var q = part; q < setting.quads; q += setting.parts) {
    // Rows beyond the width carry delta = 0.
    let delta = current[q];
    let row = 4u * q;
    sum += weightsAt(row, quad, layer, network) * delta.x;
    sum += weightsAt(row + 1u, quad, layer, network) * delta.y;
    sum += weightsAt(row + 2u, quad, layer, network) * delta.z;
    sum += weightsAt(row + 3u, quad, layer, network) * delta.w;
  }
  return sum;
}

// Puts a thread's sums where the product is made of them: at once where nothing is divided into parts.
fn keep(sum: vec4f, quad: u32, thread: u32) {
  if (setting.parts > 1u) { partial[thread] = sum; } else { product[quad] = sum * (setting.gain / setting.rootWidth); }
}

// With several parts a thread has one quad at most, so that partial holds all sums at the barrier.
fn gather(thread: u32) {
  if (setting.parts == 1u) { return; }
  let quad = thread / setting.parts;
  workgroupBarrier();
  if (thread % setting.parts == 0u && quad < setting.quads) {
    var all = vec4f(0.0);
    for (var p = 0u; p < setting.parts; p++) { all += partial[thread + p]; }
    product[quad] = all * (setting.gain / setting.rootWidth);
  }
}

fn multiply(layer: u32, network: u32, thread: u32) {
  let part = thread % setting.parts;
  for (var quad = thread / setting.parts; quad < setting.quads; quad += threads / setting.parts) {
    keep(rowsOf(quad, part, layer, network), quad, thread);
  }
  gather(thread);
}

fn multiplyTransposed(layer: u32, network: u32, thread: u32) {
  let part = thread % setting.parts;
  for (var quad = thread / setting.parts; quad < setting.quads; quad += threads / setting.parts) {
    keep(columnsOf(quad, part, layer, network), quad, thread);
  }
  gather(thread);
}
`;
