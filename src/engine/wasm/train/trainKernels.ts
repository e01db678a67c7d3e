import { binary } from '#engine/assembly/train/train.ts?wasm';
import { binary as relaxed } from '#engine/assembly/train/train.ts?wasm=relaxed';
import { compileBinary } from '#engine/wasm/compileBinary.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';

/** A nonlinearity of all entries of a layer, as `assembly/train` has it: what it returns is the largest ordinal of the pre-activations. */
type Activate = (at: number, slopes: number, bytes: number) => number;

/** What the binary of `assembly/train/train.ts` exports: addresses and sizes in bytes, widths in panels of 8 units, `rows` a multiple of 4. */
export interface TrainKernels extends Readonly<Record<Nonlinearity, Activate>> {
  readonly memory: WebAssembly.Memory;
  firstFree(): number;
  multiply(
    x: number,
    rows: number,
    inner: number,
    matrix: number,
    bias: number,
    y: number,
    outer: number,
  ): void;
  transpose(matrix: number, inner: number, outer: number, to: number): void;
  sumProducts(
    x: number,
    rows: number,
    inner: number,
    delta: number,
    outer: number,
    scale: number,
    to: number,
    adds: number,
  ): void;
  sumDeltas(delta: number, rows: number, outer: number, scale: number, to: number, adds: number): void;
  multiplySlopes(slopes: number, gradient: number, bytes: number, scale: number): number;
  addScaled(to: number, below: number, x: number, bytes: number, scale: number): number;
  largestOrdinal(at: number, bytes: number): number;
  clearUnits(panel: number, rows: number, units: number): void;
  toPanels(from: number, count: number, units: number, to: number, rows: number): void;
  normalise(
    h: number,
    rows: number,
    panels: number,
    units: number,
    isCentred: number,
    epsilon: number,
    to: number,
    factors: number,
  ): void;
  throughNormalisation(
    gradient: number,
    rows: number,
    panels: number,
    units: number,
    isCentred: number,
    x: number,
    factors: number,
  ): void;
  measureRows(x: number, rows: number, stride: number, panels: number, to: number): void;
  descend(parameters: number, gradient: number, bytes: number, rate: number): void;
  descendWithMomentum(
    parameters: number,
    gradient: number,
    velocity: number,
    bytes: number,
    rate: number,
    momentum: number,
  ): void;
  adam(
    parameters: number,
    gradient: number,
    first: number,
    second: number,
    bytes: number,
    rate: number,
    firstShare: number,
    firstRest: number,
    secondShare: number,
    secondRest: number,
    firstCorrection: number,
    secondCorrection: number,
    epsilon: number,
  ): void;
}

/** The kernels compiled for this machine, with relaxed instructions where it has them; null where it has no 128-bit vectors. */
export const compileTrainKernels = (): Promise<WebAssembly.Module | null> => compileBinary(relaxed, binary);
