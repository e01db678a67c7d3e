/** The arrays behind the tensors of a batch, for the TypeScript walk: see `FreeState`. */
export interface FreeArrays {
  readonly layers: Float32Array;
  readonly carried: Float32Array;
  readonly kept: Float32Array;
}
