import { createUpdateConstants } from '#engine/train/fused/updateConstants.ts';
import type { TrainState } from '#engine/train/network.ts';
import type {
  StepFault,
  StepOutcome,
  StepOutcomes,
  Trainer,
  TrainerSetting,
  TrainStep,
} from '#engine/train/trainer.ts';
import { readNetwork, writeNetwork } from './panels.ts';
import { createPassState } from './passState.ts';
import { createWasmBackward } from './wasmBackward.ts';
import { createWasmForward } from './wasmForward.ts';
import { createWasmGradient } from './wasmGradient.ts';
import { createWasmMemory } from './wasmMemory.ts';
import { answeredOf, createWasmObserver } from './wasmObserver.ts';

/** Steps taken at once: those of the smallest networks last some 0.1 ms. */
const mostSteps = 64;

/**
 * Training by our own kernels in WebAssembly, of `compileTrainKernels`, on the processor's 128-bit vectors. Throws a `ReasonError` where the network does not
 * fit into WebAssembly's memory.
 */
export async function createWasmTrainer(
  module: WebAssembly.Module,
  setting: TrainerSetting,
  initial: TrainState,
): Promise<Trainer> {
  const { shape, optimizer } = setting;
  const memory = await createWasmMemory(module, setting);
  const { layout, floats } = memory;
  const position = createPassState(setting, memory);
  const forward = createWasmForward(memory, setting, position);
  const backward = createWasmBackward(memory, setting, position);
  const gradient = createWasmGradient(memory, setting, position);
  let { updates } = initial;
  let constantsOf = createUpdateConstants(optimizer, updates);

  function write(state: TrainState): void {
    writeNetwork(floats, layout, layout.parameters, shape, state.weights);
    for (const [i, at] of layout.moments.entries()) {
      const moment = state.moments[i];
      // A state without moments is one that no step has changed yet.
      if (moment) writeNetwork(floats, layout, at, shape, moment);
      else floats.fill(0, at / 4, (at + layout.parameterBytes) / 4);
    }
    ({ updates } = state);
    constantsOf = createUpdateConstants(optimizer, updates);
  }
  write(initial);

  function trainOne({ batch, tuning }: TrainStep): StepOutcome | StepFault {
    const passed = forward(batch);
    const fault = passed.fault ?? backward() ?? gradient.fault();
    if (fault) return fault;
    gradient.apply(constantsOf(tuning));
    updates += 1;
    const { loss, accuracy } = answeredOf(passed, batch);
    return { loss, accuracy };
  }

  async function train(steps: readonly TrainStep[]): Promise<StepOutcomes> {
    const outcomes: StepOutcome[] = [];
    for (const step of steps) {
      const outcome = trainOne(step);
      if ('where' in outcome) return { outcomes, fault: outcome };
      outcomes.push(outcome);
    }
    return { outcomes, fault: null };
  }

  return {
    ...createWasmObserver(memory, setting, position, { forward, backward }, gradient),
    implementation: 'wasm',
    mostSteps,
    bytes: layout.end,
    train,
    state: async () => ({
      weights: readNetwork(floats, layout, layout.parameters, shape),
      moments: layout.moments.map((at) => readNetwork(floats, layout, at, shape)),
      updates,
    }),
    restore: async (state) => write(state),
    // The memory is this trainer's own, and goes with it.
    dispose: () => undefined,
  };
}
