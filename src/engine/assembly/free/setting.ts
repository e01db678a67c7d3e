import { counterWord, generate, pcg4dGenerator, philoxGenerator } from '#engine/assembly/random/generator.ts';

/** The slice that is walked: 32-bit words in this order, as engine/wasm/freeSetting.ts writes them. Names are those of `FreeSlice`. */
@unmanaged
class FreeSetting {
  depth: i32 = 0;
  isBackward: i32 = 0;
  firstWalk: i32 = 0;
  batch: i32 = 0;
  firstStep: i32 = 0;
  steps: i32 = 0;
  needsGradient: i32 = 0;
  /** What `drawsGradientAlone` says. */
  isAlone: i32 = 0;
  isOrthogonal: i32 = 0;
  /** Place in `freeWays`. */
  way: i32 = 0;
  /** Places in the lists of names. */
  generator: i32 = 0;
  nonlinearity: i32 = 0;
  norm: i32 = 0;
  forwardKey: i32 = 0;
  backwardKey: i32 = 0;
  inputsKey: i32 = 0;
  deltasKey: i32 = 0;
  biasesKey: i32 = 0;
  signsKey: i32 = 0;
  inputLogScale: f32 = 0;
  biasDeviation: f32 = 0;
  residual: f32 = 0;
  /** Addresses: the table of layers, what groups of four walks carry and keep, and what comes out, [batch, steps]. */
  layers: usize = 0;
  carried: usize = 0;
  kept: usize = 0;
  increments: usize = 0;
}

export const setting = changetype<FreeSetting>(memory.data(128, 16));

/** Units of a layer. */
export function widthOf(layer: i32): i32 {
  return <i32>load<f32>(setting.layers + ((<usize>layer) << 4));
}

/** ln(g sigma) of the weights that lead to a layer. */
export function growthOf(layer: i32): f32 {
  return load<f32>(setting.layers + ((<usize>layer) << 4), 4);
}

/** Four words for each of four walks, to `words`. */
export function drawWords(a: i32, layer: i32, walks: v128, key: i32): void {
  if (setting.generator === philoxGenerator) {
    generate(philoxGenerator, i32x4.splat(a), i32x4.splat(layer), walks, i32x4.splat(key));
  } else {
    generate(
      pcg4dGenerator,
      counterWord(pcg4dGenerator, i32x4.splat(a)),
      counterWord(pcg4dGenerator, i32x4.splat(layer)),
      counterWord(pcg4dGenerator, walks),
      counterWord(pcg4dGenerator, i32x4.splat(key)),
    );
  }
}
