import type { MeasuredNorms, TrainerSetting } from '#engine/train/trainer.ts';
import { logOfPairs, meanLogOfPairs } from './logOfPairs.ts';
import { activationsAt, deltasAt } from './networkLayers.ts';
import { layerOf, type PassState } from './passState.ts';
import type { WasmGradient } from './wasmGradient.ts';
import { panelsOf, panelUnits } from './wasmLayout.ts';
import type { WasmMemory } from './wasmMemory.ts';

/** Log-norms of all layers after a backward pass. */
export function measureNorms(
  { kernels, layout, floats }: WasmMemory,
  setting: TrainerSetting,
  state: PassState,
  gradient: WasmGradient,
): MeasuredNorms {
  const { width, depth } = setting.shape;
  const { count } = state;

  /** Pairs of rows, [panels, stride / 32, 8] at a place. */
  function pairsOf(at: number, rows: number, stride: number, panels: number): Float32Array {
    kernels.measureRows(at, rows, stride, panels, layout.pairs);
    return floats.subarray(layout.pairs / 4, layout.pairs / 4 + 2 * rows);
  }
  const meanOfSamples = (at: number) =>
    meanLogOfPairs(pairsOf(at, count, 4 * panelUnits * state.rows, panelsOf(width)));

  function logOfMatrix(d: number): number {
    const layer = layerOf(state, d);
    gradient.ofLayer(layer);
    const rows = panelUnits * layer.block.inner;
    return logOfPairs(pairsOf(layout.gradient, rows, 4 * panelUnits * rows, layer.block.outer));
  }

  const places = Array.from({ length: depth + 1 }, (_, d) => d);
  return {
    delta: Float32Array.from(places, (d) => meanOfSamples(deltasAt(setting, layout, d))),
    activation: Float32Array.from(places, (d) => meanOfSamples(activationsAt(layout, d))),
    // There is no hidden matrix before layer 1: its entry is repeated.
    weightGradient: Float32Array.from(places, (d) => logOfMatrix(Math.max(1, d))),
  };
}
