import { firstFree } from '#engine/assembly/train/firstFree.ts';
import { sumDeltas, sumProducts } from '#engine/assembly/train/gradient.ts';
import { leaky, linear, relu } from '#engine/assembly/train/kinkedUnits.ts';
import { selu, sigmoid, swish, tanh } from '#engine/assembly/train/logisticUnits.ts';
import { normalise, throughNormalisation } from '#engine/assembly/train/normalisation.ts';
import { erf, gelu } from '#engine/assembly/train/normalUnits.ts';
import { measureRows } from '#engine/assembly/train/norms.ts';
import { adam, descend, descendWithMomentum } from '#engine/assembly/train/optimizer.ts';
import { largestOrdinal } from '#engine/assembly/train/ordinal.ts';
import { clearUnits } from '#engine/assembly/train/ownUnits.ts';
import { multiply } from '#engine/assembly/train/product.ts';
import { addScaled, multiplySlopes, toPanels } from '#engine/assembly/train/signals.ts';
import { transpose } from '#engine/assembly/train/transpose.ts';

// What the binary exports.
export {
  adam,
  addScaled,
  clearUnits,
  descend,
  descendWithMomentum,
  erf,
  firstFree,
  gelu,
  largestOrdinal,
  leaky,
  linear,
  measureRows,
  multiply,
  multiplySlopes,
  normalise,
  relu,
  selu,
  sigmoid,
  sumDeltas,
  sumProducts,
  swish,
  tanh,
  throughNormalisation,
  toPanels,
  transpose,
};
