import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { laneSums } from '#engine/assembly/math/numbers.ts';
import { gaussianLaw, signLaw, uniformLaw, weightQuads } from '#engine/assembly/product/weights.ts';
import {
  counterStep,
  counterWord,
  generate,
  pcg4dGenerator,
  philoxGenerator,
} from '#engine/assembly/random/generator.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';
import { quadCount, setting } from '#engine/assembly/walk/setting.ts';
import { entering, product, vectorBytes } from '#engine/assembly/walk/vectors.ts';

/** From one row to the next in the first word of the counter. */
const nextRow = 256;

/** Four rows at a time, a lane each: their sums grow side by side, and no weight is stored.
 * @inline */
function rows(generator: i32, law: i32, layer: i32, network: i32): void {
  const b = counterWord(generator, i32x4.splat(layer));
  const c = counterWord(generator, i32x4.splat(network));
  const d = counterWord(generator, i32x4.splat(setting.weightsKey));
  const factor = f32x4.splat(setting.gain / sqrt(<f32>setting.width));
  const end = entering + vectorBytes();
  for (let row = 0; row < quadCount() << 2; row += 4) {
    const lanes = i32x4(0, nextRow, 2 * nextRow, 3 * nextRow);
    let a = counterWord(generator, i32x4.add(i32x4.splat(row * nextRow), lanes));
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (let x = entering; x < end; x += 16) {
      generate(generator, a, b, c, d);
      weightQuads(law);
      even = multiplyAdd(v128.load(words), v128.load32_splat(x), even);
      odd = multiplyAdd(v128.load(words, 16), v128.load32_splat(x, 4), odd);
      even = multiplyAdd(v128.load(words, 32), v128.load32_splat(x, 8), even);
      odd = multiplyAdd(v128.load(words, 48), v128.load32_splat(x, 12), odd);
      a = i32x4.add(a, counterStep(generator, 1));
    }
    v128.store(product + ((<usize>row) << 2), f32x4.mul(f32x4.add(even, odd), factor));
  }
}

/** The transposed product, four columns at a time, each the sum over its rows, which lie in the lanes.
 * @inline */
function columns(generator: i32, law: i32, layer: i32, network: i32): void {
  const b = counterWord(generator, i32x4.splat(layer));
  const c = counterWord(generator, i32x4.splat(network));
  const d = counterWord(generator, i32x4.splat(setting.weightsKey));
  const factor = f32x4.splat(setting.gain / sqrt(<f32>setting.width));
  const end = entering + vectorBytes();
  for (let quad = 0; quad < quadCount(); quad++) {
    const lanes = i32x4(0, nextRow, 2 * nextRow, 3 * nextRow);
    let a = counterWord(generator, i32x4.add(i32x4.splat(quad), lanes));
    let first = f32x4.splat(0);
    let second = f32x4.splat(0);
    let third = f32x4.splat(0);
    let fourth = f32x4.splat(0);
    for (let x = entering; x < end; x += 16) {
      generate(generator, a, b, c, d);
      weightQuads(law);
      const delta = v128.load(x);
      first = multiplyAdd(v128.load(words), delta, first);
      second = multiplyAdd(v128.load(words, 16), delta, second);
      third = multiplyAdd(v128.load(words, 32), delta, third);
      fourth = multiplyAdd(v128.load(words, 48), delta, fourth);
      a = i32x4.add(a, counterStep(generator, 4 * nextRow));
    }
    v128.store(product + ((<usize>quad) << 4), f32x4.mul(laneSums(first, second, third, fourth), factor));
  }
}

function multiplyPhilox(layer: i32, network: i32, isTransposed: bool): void {
  const law = setting.weights;
  if (isTransposed) {
    if (law === uniformLaw) columns(philoxGenerator, uniformLaw, layer, network);
    else if (law === signLaw) columns(philoxGenerator, signLaw, layer, network);
    else columns(philoxGenerator, gaussianLaw, layer, network);
  } else if (law === uniformLaw) rows(philoxGenerator, uniformLaw, layer, network);
  else if (law === signLaw) rows(philoxGenerator, signLaw, layer, network);
  else rows(philoxGenerator, gaussianLaw, layer, network);
}

/**
 * g W x, or g W^T x, of what is `entering`, to `product`, for independent entries. Entry (row, column) is element
 * column % 4 of the words at counter (column / 4 + 256 row, layer, network), as in kernels/walkSlice/denseProductWgsl.ts.
 */
export function multiplyDense(layer: i32, network: i32, isTransposed: bool): void {
  const law = setting.weights;
  if (setting.generator === philoxGenerator) multiplyPhilox(layer, network, isTransposed);
  else if (isTransposed) {
    if (law === uniformLaw) columns(pcg4dGenerator, uniformLaw, layer, network);
    else if (law === signLaw) columns(pcg4dGenerator, signLaw, layer, network);
    else columns(pcg4dGenerator, gaussianLaw, layer, network);
  } else if (law === uniformLaw) rows(pcg4dGenerator, uniformLaw, layer, network);
  else if (law === signLaw) rows(pcg4dGenerator, signLaw, layer, network);
  else rows(pcg4dGenerator, gaussianLaw, layer, network);
}
