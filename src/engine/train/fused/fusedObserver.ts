import type { NetworkWeights } from '#engine/train/network.ts';
import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import type { Command } from './dispatch.ts';
import type { FusedDevice } from './fusedDevice.ts';
import { dispatchesOf, type FusedPass } from './fusedPass.ts';
import { backwardCommands, forwardCommands, normCommands, updateCommands } from './fusedPlan.ts';
import { answersOf, faultOf, faultyAnswers, normsOf } from './fusedReport.ts';
import { unpadParameters } from './paddedParameters.ts';
import { quadsOf } from './quads.ts';
import { normsAt } from './storage.ts';

/** Rows of whole quads, [.., padded], to rows of units. */
function unpadRows(padded: Float32Array, rows: readonly number[], units: number): Float32Array {
  const stride = 4 * quadsOf(units);
  const found = new Float32Array(rows.length * units);
  for (const [i, row] of rows.entries()) {
    found.set(padded.subarray(row * stride, row * stride + units), i * units);
  }
  return found;
}

/** Looks at a network without teaching it. */
export function createFusedObserver(setting: TrainerSetting, gpu: FusedDevice, pass: FusedPass) {
  const { shape, task } = setting;
  const { depth, width, outputs } = shape;
  const { grid, sizes } = gpu;
  const planOf = (count: number) => ({ shape, grid, count, mostProducts: pass.mostProducts() });

  /** A pass forwards, and what more is asked for. */
  async function evaluate(batch: Batch, further: readonly Command[]): Promise<void> {
    pass.upload([batch]);
    const commands = [...forwardCommands(planOf(batch.count)), ...further];
    await pass.run(dispatchesOf(commands, 0, batch.count, null), 'gradient');
  }
  const down = ({ count }: Batch) => backwardCommands(planOf(count));
  const gradients = (batch: Batch) => [...down(batch), ...updateCommands(planOf(batch.count), 'gradient')];

  return {
    async evaluate(batches: readonly Batch[]) {
      pass.upload(batches);
      const dispatches = batches.flatMap(({ count }, slot) =>
        dispatchesOf(forwardCommands(planOf(count)), slot, count, null),
      );
      await pass.run(dispatches, 'gradient');
      const report = await gpu.read('report');
      // The kernels say which slot was faulty first; after it none is vouched for.
      const sound = faultOf(report, depth)?.slot ?? batches.length;
      return batches.map(({ count }, slot) =>
        slot < sound ? answersOf(report, slot, grid.capacity, count, task === 'classify') : faultyAnswers,
      );
    },
    async outputs(batch: Batch) {
      pass.upload([batch]);
      // The loss's kernel would put the delta in place of the outputs.
      const commands = forwardCommands(planOf(batch.count)).slice(0, -1);
      await pass.run(dispatchesOf(commands, 0, batch.count, null), 'gradient');
      if (faultOf(await gpu.read('report'), depth)) {
        return new Float32Array(batch.count * outputs).fill(Number.NaN);
      }
      const start = 16 * (depth + 1) * grid.capacity * quadsOf(width);
      const padded = await gpu.read('deltas', start, 16 * batch.count * quadsOf(outputs));
      return unpadRows(
        new Float32Array(padded),
        Array.from({ length: batch.count }, (_, s) => s),
        outputs,
      );
    },
    async measure(batch: Batch) {
      await evaluate(batch, [...down(batch), ...normCommands(planOf(batch.count))]);
      return normsOf(await gpu.read('report'), normsAt(grid, sizes.slots), depth);
    },
    async gradient(batch: Batch): Promise<NetworkWeights> {
      await evaluate(batch, gradients(batch));
      return unpadParameters(shape, new Float32Array(await gpu.read('gradient')));
    },
    async signals(batch: Batch) {
      await evaluate(batch, down(batch));
      const rows = Array.from({ length: depth + 1 }, (_, layer) =>
        Array.from({ length: batch.count }, (_, s) => layer * grid.capacity + s),
      ).flat();
      return {
        activations: unpadRows(new Float32Array(await gpu.read('activations')), rows, width),
        deltas: unpadRows(
          new Float32Array(await gpu.read(shape.residual > 0 ? 'further' : 'deltas')),
          rows,
          width,
        ),
      };
    },
    weights: async () => unpadParameters(shape, new Float32Array(await gpu.read('parameters'))),
  };
}
