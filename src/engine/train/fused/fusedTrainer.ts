import type { NetworkWeights, TrainState } from '#engine/train/network.ts';
import type { Batch, StepOutcomes, Trainer, TrainerSetting, TrainStep } from '#engine/train/trainer.ts';
import { createFusedDevice } from './createFusedDevice.ts';
import type { Command } from './dispatch.ts';
import { fusedBytes, momentCopies } from './fusedBuffers.ts';
import type { FusedDevice } from './fusedDevice.ts';
import { createFusedPass, dispatchesOf, type FusedPass } from './fusedPass.ts';
import { backwardCommands, forwardCommands, updateCommands } from './fusedPlan.ts';
import { faultOf, faultyOutcome, normsOf, outcomeOf } from './fusedReport.ts';
import { paddedLength, padParameters, unpadParameters } from './paddedParameters.ts';
import { quadsOf } from './quads.ts';
import { normsAt } from './storage.ts';
import { createUpdateConstants } from './updateConstants.ts';

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
function createObserver(setting: TrainerSetting, gpu: FusedDevice, pass: FusedPass) {
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
  const perLayer = (kernel: 'norms' | 'gradientNorms', layers: number): Command => ({
    kernel,
    groups: [layers, 1],
    firstLayer: 0,
    layers,
    products: layers * setting.batch * width,
  });

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
        slot < sound ? outcomeOf(report, slot, grid.capacity, count, task === 'classify') : faultyOutcome,
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
      const norms = [perLayer('norms', depth + 1), perLayer('gradientNorms', depth)];
      await evaluate(batch, [...gradients(batch), ...norms]);
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
        deltas: unpadRows(new Float32Array(await gpu.read('deltas')), rows, width),
      };
    },
    weights: async () => unpadParameters(shape, new Float32Array(await gpu.read('parameters'))),
  };
}

/** Training by whole-network WGSL kernels, the optimiser inside, on our own device. The caller disposes of it. */
export async function createFusedTrainer(
  device: GPUDevice,
  software: boolean,
  setting: TrainerSetting,
  initial: TrainState,
): Promise<Trainer> {
  const { shape, task } = setting;
  const gpu = await createFusedDevice(device, software, setting);
  const { grid, sizes } = gpu;
  const pass = createFusedPass(device.queue, gpu, setting, software);
  const constantsOf = createUpdateConstants(setting.optimizer, initial.updates);
  const length = paddedLength(shape);
  let updates = initial.updates;
  gpu.write('parameters', padParameters(shape, initial.weights));
  for (const [i, moment] of initial.moments.entries()) {
    gpu.write('moments', padParameters(shape, moment), 4 * i * length);
  }

  async function train(steps: readonly TrainStep[]): Promise<StepOutcomes> {
    pass.upload(steps.map(({ batch }) => batch));
    const dispatches = steps.flatMap(({ batch: { count }, tuning }, slot) => {
      const plan = { shape, grid, count, mostProducts: pass.mostProducts() };
      const commands = [
        ...forwardCommands(plan),
        ...backwardCommands(plan),
        ...updateCommands(plan, 'update'),
      ];
      return dispatchesOf(commands, slot, count, constantsOf(tuning));
    });
    await pass.run(dispatches, 'moments');
    const report = await gpu.read('report');
    const found = faultOf(report, shape.depth);
    const outcomes = steps
      .slice(0, found?.slot ?? steps.length)
      .map(({ batch: { count } }, slot) =>
        outcomeOf(report, slot, grid.capacity, count, task === 'classify'),
      );
    updates += outcomes.length;
    return { outcomes, fault: found?.fault ?? null };
  }

  async function state(): Promise<TrainState> {
    const weights = unpadParameters(shape, new Float32Array(await gpu.read('parameters', 0, 4 * length)));
    const padded = new Float32Array(await gpu.read('moments'));
    const moments = Array.from({ length: momentCopies[setting.optimizer] }, (_, i) =>
      unpadParameters(shape, padded.subarray(i * length, (i + 1) * length)),
    );
    return { weights, moments, updates };
  }

  return {
    ...createObserver(setting, gpu, pass),
    implementation: 'fused',
    mostSteps: sizes.slots,
    bytes: fusedBytes(sizes, shape),
    train,
    state,
    dispose: () => gpu.dispose(),
  };
}
