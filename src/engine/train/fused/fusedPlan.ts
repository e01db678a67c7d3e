import { trainThreads } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import type { Command } from './dispatch.ts';
import type { FusedGrid } from './fusedGrid.ts';
import { quadsOf } from './quads.ts';

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

/** The gradient of every layer, handed to the optimiser or written down. */
export function updateCommands(setting: PlanSetting, kernel: 'update' | 'gradient'): Command[] {
  const { shape, count, mostProducts } = setting;
  const { depth, width, inputs, outputs } = shape;
  const blocks = (rows: number, units: number) =>
    Math.ceil(((quadsOf(rows) + 1) * quadsOf(units)) / trainThreads);
  const mostLayers = Math.max(1, Math.floor(mostProducts / (count * width ** 2)));
  const one = (layer: number, rows: number, units: number): Command => ({
    kernel,
    groups: [blocks(rows, units), 1],
    firstLayer: layer,
    layers: 1,
    products: count * rows * units,
  });
  return [
    one(0, inputs, width),
    ...layerRuns(1, depth, mostLayers).map(
      ({ first, count: layers }): Command => ({
        kernel,
        groups: [blocks(width, width), layers],
        firstLayer: first,
        layers,
        products: count * layers * width ** 2,
      }),
    ),
    one(depth + 1, width, outputs),
  ];
}
