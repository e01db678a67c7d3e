import { gaussianQuads } from '#engine/assembly/random/gaussian.ts';
import { pcg4d, scrambled, words } from '#engine/assembly/random/pcg4d.ts';

/**
 * Standard normal numbers of one purpose to `to`, [4 quads] and up to 12 more behind them: those of
 * kernels/walkSlice/walkRows.ts, `drawVector`.
 */
export function normalVector(quads: i32, layer: i32, walk: i32, key: i32, to: usize): void {
  const y = scrambled(i32x4.splat(layer));
  const z = scrambled(i32x4.splat(walk));
  const w = scrambled(i32x4.splat(key));
  for (let quad = 0; quad < quads; quad += 4) {
    pcg4d(scrambled(i32x4.add(i32x4.splat(quad), i32x4(0, 1, 2, 3))), y, z, w);
    gaussianQuads();
    const a = v128.load(words);
    const b = v128.load(words, 16);
    const c = v128.load(words, 32);
    const d = v128.load(words, 48);
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    const at = to + ((<usize>quad) << 4);
    v128.store(at, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
    v128.store(at, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 16);
    v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 32);
    v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 48);
  }
}
