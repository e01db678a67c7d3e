import { fusedBytes, normsAt } from './fusedBuffers.ts';
import { createFusedDevice, type Dispatch, type UpdateConstants } from './fusedDevice.ts';
import { backwardCommands, type Command, forwardCommands, updateCommands } from './fusedPlan.ts';
import { cleanReport, faultOf, normsOf, outcomeOf } from './fusedReport.ts';
import type { NetworkWeights } from './network.ts';
import { padParameters, quadsOf, unpadParameters } from './paddedParameters.ts';
import type { Batch, StepOutcomes, Trainer, TrainerSetting, TrainStep } from './trainer.ts';
import { createUpdateConstants } from './updateConstants.ts';

/** How long one submission should last. */
const submissionMs = 30;

/** Training by whole-network WGSL kernels, the optimiser inside, on our own device. The caller disposes of it. */
export async function createFusedTrainer(
  device: GPUDevice,
  software: boolean,
  setting: TrainerSetting,
  initial: NetworkWeights,
): Promise<Trainer> {
  const { shape, task, batch: largest } = setting;
  const { depth, width, inputs, outputs } = shape;
  const gpu = await createFusedDevice(device, software, setting);
  const { grid, sizes } = gpu;
  let productsPerMs = software ? 20_000 : 2_000_000;
  const constantsOf = createUpdateConstants(setting.optimizer);
  gpu.write('parameters', padParameters(shape, initial));

  /** Inputs of batches side by side, padded to whole quads and whole groups. */
  function upload(batches: readonly Batch[]): void {
    const stride = 4 * quadsOf(inputs);
    const all = new Float32Array(batches.length * grid.capacity * stride);
    const labels = new Uint32Array(batches.length * grid.capacity);
    for (const [slot, batch] of batches.entries()) {
      if (batch.count > largest) throw new Error(`A batch of ${batch.count} is larger than ${largest}.`);
      const start = slot * grid.capacity;
      labels.set(batch.labels, start);
      if (stride === inputs) all.set(batch.inputs, start * stride);
      else {
        for (let s = 0; s < batch.count; s++) {
          all.set(batch.inputs.subarray(s * inputs, (s + 1) * inputs), (start + s) * stride);
        }
      }
    }
    gpu.write('inputs', all);
    gpu.write('labels', labels);
    gpu.write('report', cleanReport);
  }

  const planOf = (count: number) => ({ shape, grid, count, mostProducts: submissionMs * productsPerMs });

  /** Submits in portions of about `submissionMs` and learns the speed from the whole. */
  async function run(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): Promise<void> {
    const most = submissionMs * productsPerMs;
    let portion: Dispatch[] = [];
    let products = 0;
    let total = 0;
    const start = performance.now();
    for (const dispatch of dispatches) {
      if (portion.length > 0 && (products + dispatch.command.products > most || portion.length >= 2048)) {
        gpu.submit(portion, into);
        await device.queue.onSubmittedWorkDone();
        portion = [];
        products = 0;
      }
      portion.push(dispatch);
      products += dispatch.command.products;
      total += dispatch.command.products;
    }
    gpu.submit(portion, into);
    await device.queue.onSubmittedWorkDone();
    const measured = total / Math.max(performance.now() - start, 0.1);
    productsPerMs = Math.max(1000, Math.min(measured, 2 * productsPerMs));
  }

  const dispatchesOf = (
    commands: readonly Command[],
    slot: number,
    count: number,
    update: UpdateConstants | null,
  ): Dispatch[] => commands.map((command) => ({ command, slot, count, update }));

  async function pass(batch: Batch, further: readonly Command[]): Promise<ArrayBuffer> {
    upload([batch]);
    const commands = [...forwardCommands(planOf(batch.count)), ...further];
    await run(dispatchesOf(commands, 0, batch.count, null), 'gradient');
    return gpu.read('report');
  }

  function train(steps: readonly TrainStep[]): Promise<StepOutcomes> {
    if (steps.length > sizes.slots) throw new Error(`At most ${sizes.slots} steps at once.`);
    upload(steps.map(({ batch }) => batch));
    const dispatches = steps.flatMap(({ batch, tuning }, slot) => {
      const plan = planOf(batch.count);
      const commands = [
        ...forwardCommands(plan),
        ...backwardCommands(plan),
        ...updateCommands(plan, 'update'),
      ];
      return dispatchesOf(commands, slot, batch.count, constantsOf(tuning));
    });
    return run(dispatches, 'moments')
      .then(() => gpu.read('report'))
      .then((report) => {
        const fault = faultOf(report, depth);
        const good = steps.slice(0, fault?.slot ?? steps.length);
        const outcomes = good.map(({ batch }, slot) =>
          outcomeOf(report, slot, grid.capacity, batch.count, task === 'classify'),
        );
        return { outcomes, fault: fault?.fault ?? null };
      });
  }

  /** [layers, capacity, padded] to [layers, count, units]. */
  function unpadSignals(padded: Float32Array, count: number): Float32Array {
    const stride = 4 * quadsOf(width);
    const signals = new Float32Array((depth + 1) * count * width);
    for (let layer = 0; layer <= depth; layer++) {
      for (let s = 0; s < count; s++) {
        const from = (layer * grid.capacity + s) * stride;
        signals.set(padded.subarray(from, from + width), (layer * count + s) * width);
      }
    }
    return signals;
  }

  const down = (batch: Batch) => backwardCommands(planOf(batch.count));
  const gradients = (batch: Batch) => [...down(batch), ...updateCommands(planOf(batch.count), 'gradient')];
  const perLayer = (kernel: 'norms' | 'gradientNorms', layers: number): Command => ({
    kernel,
    groups: [layers, 1],
    firstLayer: 0,
    layers,
    products: layers * largest * width,
  });

  return {
    implementation: 'fused',
    mostSteps: sizes.slots,
    bytes: fusedBytes(sizes, shape),
    train,
    async evaluate(batches) {
      upload(batches);
      const dispatches = batches.flatMap(({ count }, slot) =>
        dispatchesOf(forwardCommands(planOf(count)), slot, count, null),
      );
      await run(dispatches, 'gradient');
      const report = await gpu.read('report');
      return batches.map(({ count }, slot) =>
        outcomeOf(report, slot, grid.capacity, count, task === 'classify'),
      );
    },
    async outputs(batch) {
      upload([batch]);
      // The loss's kernel would put the delta in place of the outputs.
      const commands = forwardCommands(planOf(batch.count)).slice(0, -1);
      await run(dispatchesOf(commands, 0, batch.count, null), 'gradient');
      const stride = 4 * quadsOf(outputs);
      const start = (depth + 1) * grid.capacity * 4 * quadsOf(width);
      const padded = new Float32Array(await gpu.read('deltas', 4 * start, 4 * batch.count * stride));
      const found = new Float32Array(batch.count * outputs);
      for (let s = 0; s < batch.count; s++) {
        found.set(padded.subarray(s * stride, s * stride + outputs), s * outputs);
      }
      return found;
    },
    async measure(batch) {
      const further = [...gradients(batch), perLayer('norms', depth + 1), perLayer('gradientNorms', depth)];
      return normsOf(await pass(batch, further), normsAt(grid, sizes.slots), depth);
    },
    async gradient(batch) {
      await pass(batch, gradients(batch));
      return unpadParameters(shape, new Float32Array(await gpu.read('gradient')));
    },
    async signals(batch) {
      await pass(batch, down(batch));
      return {
        activations: unpadSignals(new Float32Array(await gpu.read('activations')), batch.count),
        deltas: unpadSignals(new Float32Array(await gpu.read('deltas')), batch.count),
      };
    },
    weights: async () => unpadParameters(shape, new Float32Array(await gpu.read('parameters'))),
    dispose: () => gpu.dispose(),
  };
}
