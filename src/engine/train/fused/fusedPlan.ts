import { trainThreads } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import type { Command } from './dispatch.ts';
import { tiedChunks } from './furtherBytes.ts';
import { quadsOf } from './quads.ts';
import type { FusedGrid } from './storage.ts';

interface PlanSetting {
  readonly shape: NetworkShape;
  readonly grid: FusedGrid;
  /** Samples that count. */
  readonly count: number;
  /** Most products one dispatch should make. */
  readonly mostProducts: number;
}

/** Runs of layers, each within the products of one dispatch (or a single layer where they are wide). */
function layerRuns(first: number, last: number, mostLayers: number): { first: number; count: number }[] {
  const runs = [];
  for (let at = first; at <= last; at += mostLayers)
    runs.push({ first: at, count: Math.min(mostLayers, last + 1 - at) });
  return runs;
}

function mostLayersOf({ shape, grid, mostProducts }: PlanSetting): number {
  if (grid.groupQuads < quadsOf(Math.max(shape.width, shape.outputs))) return 1;
  return Math.max(1, Math.floor(mostProducts / (grid.capacity * shape.width ** 2)));
}

/** From the inputs to the loss. */
export function forwardCommands(setting: PlanSetting): Command[] {
  const { shape, grid, count } = setting;
  const { depth, width, inputs, outputs } = shape;
  const unitsOf = (layer: number) => (layer > depth ? outputs : width);
  const samples = grid.groupSamples * Math.ceil(count / grid.groupSamples);
  const x = samples / grid.groupSamples;
  const runs = [
    { first: 0, count: 1 },
    ...layerRuns(1, depth, mostLayersOf(setting)),
    { first: depth + 1, count: 1 },
  ];
  const loss: Command = {
    kernel: 'loss',
    groups: [Math.ceil(count / trainThreads), 1],
    firstLayer: 0,
    layers: 1,
    products: 0,
  };
  return [
    ...runs.map(({ first, count: layers }): Command => {
      const fanIn = first === 0 ? inputs : width;
      const y = Math.ceil(quadsOf(unitsOf(first)) / grid.groupQuads);
      const products = samples * layers * fanIn * unitsOf(first);
      return { kernel: 'forward', groups: [x, y], firstLayer: first, layers, products };
    }),
    loss,
  ];
}

/** From the loss's delta down to delta_0. */
export function backwardCommands(setting: PlanSetting): Command[] {
  const { shape, grid, count } = setting;
  const { depth, width, outputs } = shape;
  const samples = grid.groupSamples * Math.ceil(count / grid.groupSamples);
  const groups = [samples / grid.groupSamples, Math.ceil(quadsOf(width) / grid.groupQuads)] as const;
  const runs = [{ first: depth + 1, count: 1 }, ...layerRuns(1, depth, mostLayersOf(setting)).toReversed()];
  return runs.map(({ first, count: layers }) => ({
    kernel: 'backward',
    groups,
    firstLayer: first > depth ? first : first + layers - 1,
    layers,
    products: samples * layers * width * (first > depth ? outputs : width),
  }));
}

/** Workgroups for a matrix's blocks of 4 x 4 and its biases. */
const blocks = (rows: number, units: number) =>
  Math.ceil(((quadsOf(rows) + 1) * quadsOf(units)) / trainThreads);

/** The gradient of tied layers: summed over the layers in chunks, then handed to the optimiser or written down. */
function tiedCommands(
  { shape, count }: PlanSetting,
  kernel: 'update' | 'gradient',
  mostLayers: number,
): Command[] {
  const { depth, width } = shape;
  const chunks = tiedChunks(shape);
  return [
    // The first dispatch fills all chunks: it must have a layer for each.
    ...layerRuns(1, depth, Math.max(mostLayers, chunks)).map(
      ({ first, count: layers }): Command => ({
        kernel: 'sumLayers',
        groups: [blocks(width, width), chunks],
        firstLayer: first,
        layers,
        products: count * layers * width ** 2,
      }),
    ),
    {
      kernel: kernel === 'update' ? 'updateTied' : 'gradientTied',
      groups: [Math.ceil(((width + 1) * quadsOf(width)) / trainThreads), 1],
      firstLayer: 1,
      layers: chunks,
      products: chunks * width ** 2,
    },
  ];
}

/** The gradient of one hidden layer alone, written down; a tied network's layers have the same place for it. */
function layerGradientCommand({ shape, count }: PlanSetting, layer: number): Command {
  const { width } = shape;
  return {
    kernel: 'gradient',
    groups: [blocks(width, width), 1],
    firstLayer: layer,
    layers: 1,
    products: count * width ** 2,
  };
}

/** The gradient of every layer, handed to the optimiser or written down. */
export function updateCommands(setting: PlanSetting, kernel: 'update' | 'gradient'): Command[] {
  const { shape, count, mostProducts } = setting;
  const { depth, width, inputs, outputs } = shape;
  const mostLayers = Math.max(1, Math.floor(mostProducts / (count * width ** 2)));
  const separate = layerRuns(1, depth, mostLayers).map(
    ({ first, count: layers }): Command => ({
      kernel,
      groups: [blocks(width, width), layers],
      firstLayer: first,
      layers,
      products: count * layers * width ** 2,
    }),
  );
  const one = (layer: number, rows: number, units: number): Command => ({
    kernel,
    groups: [blocks(rows, units), 1],
    firstLayer: layer,
    layers: 1,
    products: count * rows * units,
  });
  return [
    one(0, inputs, width),
    ...(shape.tied ? tiedCommands(setting, kernel, mostLayers) : separate),
    one(depth + 1, width, outputs),
  ];
}

/** From the deltas to the norms of every layer: of its signals, and of its matrix's gradient. */
export function normCommands(setting: PlanSetting): Command[] {
  const { depth, width, tied } = setting.shape;
  const norms = (kernel: 'norms' | 'gradientNorms', firstLayer: number, layers: number): Command => ({
    kernel,
    groups: [layers, 1],
    firstLayer,
    layers,
    products: layers * setting.count * width,
  });
  const signals = norms('norms', 0, depth + 1);
  if (!tied) return [signals, ...updateCommands(setting, 'gradient'), norms('gradientNorms', 1, depth)];
  // Tied layers have one place for their gradients, and take it in turn.
  const inTurn = Array.from({ length: depth }, (_, i) => [
    layerGradientCommand(setting, i + 1),
    norms('gradientNorms', i + 1, 1),
  ]);
  return [signals, ...inTurn.flat()];
}
