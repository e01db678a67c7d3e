import { noFault } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import type { Command, Dispatch, UpdateConstants } from './dispatch.ts';
import type { FusedDevice } from './fusedDevice.ts';
import { quadsOf } from './quads.ts';

/** The kernels' report before any step: no fault. */
const cleanReport = new Uint32Array([noFault, noFault, noFault, noFault]);

/** How long one submission should last. */
const submissionMs = 30;
/** Dispatches of one submission. */
const mostDispatches = 2048;

/** Samples to the device and commands to its queue, in portions sized by the speed seen so far. */
export interface FusedPass {
  /** Most products that one dispatch should make now. */
  mostProducts(): number;
  /** Puts batches side by side into the step slots, with a clean report. */
  upload(batches: readonly Batch[]): void;
  run(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): Promise<void>;
}

/** Commands for the batch in a slot. */
export function dispatchesOf(
  commands: readonly Command[],
  slot: number,
  count: number,
  update: UpdateConstants | null,
): Dispatch[] {
  return commands.map((command) => ({ command, slot, count, update }));
}

export function createFusedPass(
  queue: GPUQueue,
  gpu: FusedDevice,
  setting: TrainerSetting,
  software: boolean,
): FusedPass {
  const { grid } = gpu;
  const { inputs } = setting.shape;
  let productsPerMs = software ? 20_000 : 2_000_000;

  function upload(batches: readonly Batch[]): void {
    if (batches.length > gpu.sizes.slots) throw new Error(`At most ${gpu.sizes.slots} batches at once.`);
    const stride = 4 * quadsOf(inputs);
    const all = new Float32Array(batches.length * grid.capacity * stride);
    const labels = new Uint32Array(batches.length * grid.capacity);
    for (const [slot, batch] of batches.entries()) {
      if (batch.count > setting.batch) throw new Error(`${batch.count} samples exceed ${setting.batch}.`);
      const start = slot * grid.capacity;
      labels.set(batch.labels, start);
      for (let s = 0; s < batch.count; s++) {
        all.set(batch.inputs.subarray(s * inputs, (s + 1) * inputs), (start + s) * stride);
      }
    }
    gpu.write('inputs', all);
    gpu.write('labels', labels);
    gpu.write('report', cleanReport);
  }

  async function run(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): Promise<void> {
    const most = submissionMs * productsPerMs;
    let portion: Dispatch[] = [];
    let products = 0;
    let total = 0;
    const start = performance.now();
    for (const dispatch of dispatches) {
      const isFull = products + dispatch.command.products > most || portion.length >= mostDispatches;
      if (portion.length > 0 && isFull) {
        await Promise.all([gpu.submit(portion, into), queue.onSubmittedWorkDone()]);
        portion = [];
        products = 0;
      }
      portion.push(dispatch);
      products += dispatch.command.products;
      total += dispatch.command.products;
    }
    await Promise.all([gpu.submit(portion, into), queue.onSubmittedWorkDone()]);
    const measured = total / Math.max(performance.now() - start, 0.1);
    productsPerMs = Math.max(1000, Math.min(measured, 2 * productsPerMs));
  }

  return { mostProducts: () => submissionMs * productsPerMs, upload, run };
}
