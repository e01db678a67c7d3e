import type { TrainState } from '#engine/train/network.ts';
import type { StepOutcomes, Trainer, TrainerSetting, TrainStep } from '#engine/train/trainer.ts';
import { createFusedDevice } from './createFusedDevice.ts';
import { fusedBytes, momentCopies } from './fusedBuffers.ts';
import { createFusedObserver } from './fusedObserver.ts';
import { createFusedPass, dispatchesOf } from './fusedPass.ts';
import { backwardCommands, forwardCommands, updateCommands } from './fusedPlan.ts';
import { faultOf, outcomeOf } from './fusedReport.ts';
import { paddedLength, padParameters, unpadParameters } from './paddedParameters.ts';
import { createUpdateConstants } from './updateConstants.ts';

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
  const length = paddedLength(shape);
  const copies = momentCopies[setting.optimizer];
  let { updates } = initial;
  let constantsOf = createUpdateConstants(setting.optimizer, updates);

  function write({ weights, moments }: TrainState): void {
    gpu.write('parameters', padParameters(shape, weights));
    for (const [i, moment] of moments.entries()) {
      gpu.write('moments', padParameters(shape, moment), 4 * i * length);
    }
  }
  write(initial);

  async function restore(state: TrainState): Promise<void> {
    // A state without moments is one that no step has changed yet.
    if (state.moments.length < copies) gpu.write('moments', new Float32Array(copies * length));
    write(state);
    updates = state.updates;
    constantsOf = createUpdateConstants(setting.optimizer, updates);
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
    const moments = Array.from({ length: copies }, (_, i) =>
      unpadParameters(shape, padded.subarray(i * length, (i + 1) * length)),
    );
    return { weights, moments, updates };
  }

  return {
    ...createFusedObserver(setting, gpu, pass),
    implementation: 'fused',
    mostSteps: sizes.slots,
    bytes: fusedBytes(sizes, shape),
    train,
    state,
    restore,
    dispose: () => gpu.dispose(),
  };
}
