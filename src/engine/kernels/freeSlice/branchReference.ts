import { deadIncrement } from '#engine/kernels/walkSlice/walkSlice.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import type { FreeArrays } from './freeArrays.ts';
import { layerFields } from './freeLayers.ts';
import type { FreeSlice } from './freeSlice.ts';
import { across, dot, drawPreActivations, drawUnits, type LayerPlace } from './layerSums.ts';

const clamped = (logScale: number) => Math.min(80, Math.max(-80, logScale));

/** Places of one walk's vectors and log-lengths in `kept`: quads of all walks lie side by side. */
function createStore(slice: FreeSlice, kept: Float32Array, walk: number, width: number) {
  const quads = Math.ceil(width / 4);
  const slots = slice.needsGradient ? slice.depth + 2 : 1;
  const at = (slot: number, i: number) => 4 * ((slot * quads + (i >> 2)) * slice.batch + walk) + (i & 3);
  const lengthAt = (layer: number) => 4 * (slots * quads * slice.batch + layer * slice.batch + walk);
  return {
    /** Slot of h_d; of delta with d = depth + 1. */
    read: (layer: number) =>
      Float64Array.from({ length: width }, (_, i) => kept[at(slice.needsGradient ? layer : 0, i)] ?? 0),
    write(layer: number, values: Float64Array) {
      for (const [i, value] of values.entries()) kept[at(slice.needsGradient ? layer : 0, i)] = value;
    },
    length: (layer: number) => kept[lengthAt(layer)] ?? 0,
    setLength(layer: number, logLength: number) {
      kept[lengthAt(layer)] = logLength;
    },
  };
}

/** Pre-activations a_d of a layer whose h_(d-1) has log-length `logLength`, |h|^2 = width e^(2 logLength). */
function placeOf(
  slice: FreeSlice,
  layers: Float32Array,
  layer: number,
  walk: number,
  logLength: number,
): LayerPlace {
  const [width = 0, growth = 0] = layers.subarray(layer * layerFields);
  const above = growth + logLength + 0.5 * Math.log(width);
  const logScale = slice.biasDeviation > 0 ? Math.max(above, 0) : above;
  return { layer, width, walk: slice.firstWalk + walk, above, logScale, isAlive: true };
}

/** h_d = h_(d-1) + alpha f(a_d), or the input at step 0; reference of `branchWgsl`. Returns ln of the growth. */
export function branchOn(
  slice: FreeSlice,
  { layers, kept }: FreeArrays,
  walk: number,
  layer: number,
): number {
  const width = layers[0] ?? 0;
  const store = createStore(slice, kept, walk, width);
  let h = drawUnits(slice, 'inputs', 0, slice.firstWalk + walk, width);
  let logLength = Math.log(slice.inputScale);
  if (layer > 0) {
    logLength = store.length(layer - 1);
    const place = placeOf(slice, layers, layer, walk, logLength);
    const { value } = nonlinearities[slice.nonlinearity];
    const s = Math.exp(clamped(place.logScale));
    const reach = slice.residual * Math.exp(clamped(place.logScale - logLength));
    const { a } = drawPreActivations(slice, place);
    const before = store.read(layer - 1);
    h = before.map((x, i) => x + (reach * value(s * (a[i] ?? 0))) / s);
  }
  const square = dot(h, h);
  const norm = Math.sqrt(square / width);
  store.write(
    layer,
    h.map((x) => (square > 0 ? x / norm : 0)),
  );
  store.setLength(layer, logLength + (square > 0 ? Math.log(norm) : 0));
  return square > 0 ? 2 * Math.log(norm) : deadIncrement;
}

/** delta_(d-1) = delta_d + alpha g W_d^T (f'(a_d) delta_d), delta = dE/dh; at step 0 draws delta_D. */
export function branchBack(
  slice: FreeSlice,
  { layers, kept }: FreeArrays,
  walk: number,
  step: number,
): number {
  const width = layers[0] ?? 0;
  const store = createStore(slice, kept, walk, width);
  const slot = slice.depth + 1;
  const layer = slice.depth - step + 1;
  let delta = drawUnits(slice, 'deltas', 0, slice.firstWalk + walk, width);
  if (step > 0) {
    const place = placeOf(slice, layers, layer, walk, store.length(layer - 1));
    const { x, a } = drawPreActivations(slice, place);
    const { slope } = nonlinearities[slice.nonlinearity];
    const s = Math.exp(clamped(place.logScale));
    const before = store.read(slot);
    const w = before.map((value, i) => value * slope(s * (a[i] ?? 0)));
    const h = store.read(layer - 1);
    const isOrthogonal = slice.weights === 'orthogonal';
    const drawn = drawUnits(slice, 'freeBackward', layer - 1, slice.firstWalk + walk, width);
    const p = isOrthogonal ? across(drawn, h) : drawn;
    const ww = dot(w, w);
    const hh = dot(h, h);
    const hp = dot(h, p);
    const rho = ww > 0 ? dot(x, w) / Math.sqrt(ww) : 0;
    let fresh = width === 1 ? 0 : 1;
    if (isOrthogonal) fresh *= Math.sqrt(Math.max(width - rho * rho, 0) / Math.max(dot(p, p), 1e-30));
    const along = rho / Math.sqrt(hh) - (fresh * hp) / hh;
    const reach = slice.residual * Math.exp(layers[layer * layerFields + 1] ?? 0) * Math.sqrt(ww);
    delta = before.map((value, i) => value + reach * (along * (h[i] ?? 0) + fresh * (p[i] ?? 0)));
  }
  const square = dot(delta, delta);
  const norm = Math.sqrt(square / width);
  store.write(
    slot,
    delta.map((value) => (square > 0 ? value / norm : 0)),
  );
  return square > 0 ? 2 * Math.log(norm) : deadIncrement;
}
