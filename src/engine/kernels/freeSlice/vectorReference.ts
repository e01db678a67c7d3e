import { deadIncrement, leastLeft, leastSpread, noDivisor } from '#engine/kernels/walkSlice/walkSlice.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import type { FreeArrays } from './freeArrays.ts';
import { layerFields } from './freeLayers.ts';
import type { FreeSlice } from './freeSlice.ts';
import { across, dot, drawPreActivations, drawUnits, type LayerPlace } from './layerSums.ts';

const clamped = (logScale: number) => Math.min(80, Math.max(-80, logScale));

const meanOf = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;

/** What is kept of h_d beside its direction: ln of its root mean square, and mean and variance of that direction's units. */
interface Length {
  readonly logLength: number;
  readonly mean: number;
  readonly spread: number;
}

/** Places of one walk's vectors and lengths in `kept`: quads of all walks lie side by side. */
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
    length(layer: number): Length {
      const [logLength = 0, mean = 0, spread = 0] = kept.subarray(lengthAt(layer));
      return { logLength, mean, spread };
    },
    setLength(layer: number, { logLength, mean, spread }: Length) {
      kept.set([logLength, mean, spread], lengthAt(layer));
    },
  };
}

type Store = ReturnType<typeof createStore>;

/** Where pre-activations a_d are met: what enters W_d has the length of h_(d-1), or that of its norm. */
function placeOf(
  slice: FreeSlice,
  layers: Float32Array,
  store: Store,
  layer: number,
  walk: number,
): LayerPlace {
  const [width = 0, growth = 0] = layers.subarray(layer * layerFields);
  const index = slice.firstWalk + walk;
  if (layer === 0) {
    const logScale = Math.log(slice.inputScale);
    return { layer, width, walk: index, above: logScale, logScale, isAlive: true };
  }
  const { logLength, spread } = store.length(layer - 1);
  const isNormed = slice.norm !== 'none';
  const above = growth + (isNormed ? 0 : logLength) + 0.5 * Math.log(width);
  const logScale = slice.biasDeviation > 0 ? Math.max(above, 0) : above;
  return { layer, width, walk: index, above, logScale, isAlive: !isNormed || spread > leastSpread };
}

/**
 * h_d = f(a_d), or h_(d-1) + alpha f(a_d) in a residual network, which starts from a_0; reference of `vectorWgsl`.
 * Returns ln of the growth of |h|^2, at step 0 that of the input by its own scale.
 */
export function vectorOn(
  slice: FreeSlice,
  { layers, kept }: FreeArrays,
  walk: number,
  layer: number,
): number {
  const width = layers[0] ?? 0;
  const store = createStore(slice, kept, walk, width);
  const isResidual = slice.residual > 0;
  const place = placeOf(slice, layers, store, layer, walk);
  const { value } = nonlinearities[slice.nonlinearity];
  const s = Math.exp(clamped(place.logScale));
  const { a } = drawPreActivations(slice, place);
  const before = layer > 0 ? store.length(layer - 1).logLength : place.logScale;
  const reach = slice.residual * Math.exp(clamped(place.logScale - before));
  let h: Float64Array = a.map((x) => value(s * x) / s);
  if (isResidual) {
    const stream = layer > 0 ? store.read(layer - 1) : a;
    h = layer > 0 ? stream.map((x, i) => x + reach * (h[i] ?? 0)) : a;
  }
  const square = dot(h, h);
  const isAlive = square > 0;
  const norm = Math.sqrt(square / width);
  const direction = h.map((x) => (isAlive ? x / norm : 0));
  const mean = slice.norm === 'layer' ? meanOf(direction) : 0;
  const spread = meanOf(direction.map((x) => (x - mean) ** 2));
  const logLength = (isResidual && layer > 0 ? before : place.logScale) + (isAlive ? Math.log(norm) : 0);
  store.write(layer, direction);
  store.setLength(layer, { logLength, mean, spread });
  return isAlive ? 2 * (logLength - before) : deadIncrement;
}

/** ln of what a norm divides by; units that are all alike have none. */
const divisorOf = ({ logLength, spread }: Length) =>
  spread > leastSpread ? logLength + 0.5 * Math.log(spread) : noDivisor;

/** What enters the matrix behind h: its direction, or norm(h), of mean square 1, or nothing. */
function entering(slice: FreeSlice, h: Float64Array, { mean, spread }: Length): Float64Array {
  if (slice.norm === 'none') return h;
  return h.map((x) => (spread > leastSpread ? (x - mean) / Math.sqrt(spread) : 0));
}

/**
 * What J^T W^T makes of w but for g sigma |w| and the norm's divisor, u being what enters W, and W u given, along x: of u, and of
 * the numbers p. J takes off all that lies along u, and with `layer` the mean. `whole`: the numbers before J.
 */
function wayBack(slice: FreeSlice, w: Float64Array, x: Float64Array, u: Float64Array, drawn: Float64Array) {
  const isOrthogonal = slice.weights === 'orthogonal';
  const width = u.length;
  const p = isOrthogonal ? across(drawn, u) : drawn;
  const ww = dot(w, w);
  const uu = Math.max(dot(u, u), 1e-38);
  const rho = ww > 0 ? dot(x, w) / Math.sqrt(ww) : 0;
  // Nothing is perpendicular to the only unit.
  let fresh = width === 1 ? 0 : 1;
  if (isOrthogonal) fresh *= Math.sqrt(Math.max(width - rho * rho, 0) / Math.max(dot(p, p), 1e-30));
  const along = (slice.norm === 'none' ? rho / Math.sqrt(uu) : 0) - (fresh * dot(u, p)) / uu;
  const whole = p.map((value) => fresh * value);
  const centre = slice.norm === 'layer' ? meanOf(whole) : 0;
  const passed = whole.map((value, i) => along * (u[i] ?? 0) + value - centre);
  return { length: Math.sqrt(ww), passed, whole };
}

/**
 * delta_(d-1) = f'(a_(d-1)) g J^T W_d^T delta_d, delta = dE/da, or delta_d + alpha g J^T W_d^T (f'(a_d) delta_d), delta = dE/dh, in a
 * residual network; J is the norm's Jacobian, or nothing. Step 0 draws delta_D.
 */
export function vectorBack(
  slice: FreeSlice,
  { layers, kept }: FreeArrays,
  walk: number,
  step: number,
): number {
  const width = layers[0] ?? 0;
  const store = createStore(slice, kept, walk, width);
  const slot = slice.depth + 1;
  const landing = slice.depth - step;
  const isResidual = slice.residual > 0;
  const isNormed = slice.norm !== 'none';
  let delta = drawUnits(slice, 'deltas', 0, slice.firstWalk + walk, width);
  let logDivisor = 0;
  let least = 0;
  if (step > 0) {
    const { slope } = nonlinearities[slice.nonlinearity];
    const slopesAt = (place: LayerPlace, a: Float64Array) => {
      const s = Math.exp(clamped(place.logScale));
      return a.map((x) => slope(s * x));
    };
    const above = placeOf(slice, layers, store, landing + 1, walk);
    const { x, a } = drawPreActivations(slice, above);
    const before = store.read(slot);
    const sent = isResidual ? slopesAt(above, a) : null;
    const h = store.read(landing);
    const drawn = drawUnits(slice, 'freeBackward', landing, slice.firstWalk + walk, width);
    const w = sent ? before.map((value, i) => value * (sent[i] ?? 0)) : before;
    const own = store.length(landing);
    const { length, passed, whole } = wayBack(slice, w, x, entering(slice, h, own), drawn);
    const reach = Math.exp(layers[(landing + 1) * layerFields + 1] ?? 0) * length;
    const divisor = isNormed ? divisorOf(own) : 0;
    if (isResidual) {
      const share = slice.residual * reach * Math.exp(clamped(-divisor));
      delta = before.map((value, i) => value + share * (passed[i] ?? 0));
    } else {
      const place = placeOf(slice, layers, store, landing, walk);
      const slopes = slopesAt(place, drawPreActivations(slice, place).a);
      delta = passed.map((value, i) => reach * value * (slopes[i] ?? 0));
      const met = whole.map((value, i) => reach * value * (slopes[i] ?? 0));
      // Where the norm takes off all that f' passes on, rounding is left.
      least = leastLeft * dot(met, met);
      logDivisor = divisor;
    }
  }
  const square = dot(delta, delta);
  const isAlive = square > least && logDivisor < noDivisor;
  const norm = Math.sqrt(square / width);
  store.write(
    slot,
    delta.map((value) => (isAlive ? value / norm : 0)),
  );
  return isAlive ? 2 * (Math.log(norm) - logDivisor) : deadIncrement;
}
