/** The slice that is walked: 32-bit words in this order, as engine/wasm/walkSetting.ts writes them. Names are those of `WalkSlice`. */
@unmanaged
class WalkSetting {
  width: i32 = 0;
  depth: i32 = 0;
  isBackward: i32 = 0;
  firstWalk: i32 = 0;
  batch: i32 = 0;
  sharedNetwork: i32 = 0;
  keepsPreActivations: i32 = 0;
  firstStep: i32 = 0;
  steps: i32 = 0;
  tied: i32 = 0;
  /** Places in the lists of names. */
  generator: i32 = 0;
  weights: i32 = 0;
  nonlinearity: i32 = 0;
  norm: i32 = 0;
  weightsKey: i32 = 0;
  inputsKey: i32 = 0;
  deltasKey: i32 = 0;
  biasesKey: i32 = 0;
  signsKey: i32 = 0;
  gain: f32 = 0;
  inputLogScale: f32 = 0;
  biasDeviation: f32 = 0;
  residual: f32 = 0;
  /** Addresses of the walks' state (`WalkState`) and of what comes out, [batch, steps, 2]. */
  preActivations: usize = 0;
  logScales: usize = 0;
  vectors: usize = 0;
  increments: usize = 0;
}

export const setting = changetype<WalkSetting>(memory.data(128, 16));

/** Quads of a vector. */
export function quadCount(): i32 {
  return (setting.width + 3) >> 2;
}

/** Which layer's matrix and biases a layer has: its own, or in a tied network those of layer 1. */
export function sourceLayer(layer: i32): i32 {
  return setting.tied === 1 ? 1 : layer;
}
