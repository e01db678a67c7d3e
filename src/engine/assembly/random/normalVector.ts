import { gaussianQuads } from '#engine/assembly/random/gaussian.ts';
import {
  counterStep,
  counterWord,
  generate,
  pcg4dGenerator,
  philoxGenerator,
} from '#engine/assembly/random/generator.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** Stores the four numbers of each of the four counters behind each other, [4, 4].
 * @inline */
export function storeByCounter(at: usize): void {
  const a = v128.load(words);
  const b = v128.load(words, 16);
  const c = v128.load(words, 32);
  const d = v128.load(words, 48);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(at, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 16);
  v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 32);
  v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 48);
}

/** @inline */
function drawn(generator: i32, quads: i32, layer: i32, walk: i32, key: i32, to: usize): void {
  const b = counterWord(generator, i32x4.splat(layer));
  const c = counterWord(generator, i32x4.splat(walk));
  const d = counterWord(generator, i32x4.splat(key));
  let a = counterWord(generator, i32x4(0, 1, 2, 3));
  for (let quad = 0; quad < quads; quad += 4) {
    generate(generator, a, b, c, d);
    gaussianQuads();
    storeByCounter(to + ((<usize>quad) << 4));
    a = i32x4.add(a, counterStep(generator, 4));
  }
}

/**
 * Standard normal numbers of one purpose to `to`, [4 quads] and up to 12 more behind them: those of `drawVector` in
 * kernels/walkSlice/walkRows.ts. `generator`: its place in `generatorNames`.
 */
export function normalVector(generator: i32, quads: i32, layer: i32, walk: i32, key: i32, to: usize): void {
  if (generator === philoxGenerator) drawn(philoxGenerator, quads, layer, walk, key, to);
  else drawn(pcg4dGenerator, quads, layer, walk, key, to);
}
