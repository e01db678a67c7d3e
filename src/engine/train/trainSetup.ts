import { batchOf, constantError, constantLoss } from '#engine/data/dataSet.ts';
import type { LoadedData } from '#engine/data/loadData.ts';
import { type ChosenTrainer, chooseTrainer } from '#engine/train/choice/chooseTrainer.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { createBatchOrder } from './batchOrder.ts';
import { initialWeights } from './initialWeights.ts';
import { fittingDepth, memoryNeed } from './memoryNeed.ts';
import type { TrainState } from './network.ts';
import { type NetworkShape, type NetworkWeights, parameterCount } from './network.ts';
import { networkShape } from './networkShape.ts';
import type { StartedFrame } from './protocol.ts';
import type { TrainBackend } from './trainBackend.ts';
import { freshState, type TrainerSetting } from './trainer.ts';
import type { TrainSettings } from './trainSettings.ts';
import type { Way } from './way.ts';

/** One array on the processor. */
const processorBytes = 512 * 2 ** 20;

/** Throws a `ReasonError` if a network's largest array is too large for this device. */
function checkMemory(shape: NetworkShape, settings: TrainSettings, { webgpu }: TrainBackend): void {
  const limits = webgpu?.device.limits;
  const most = limits ? Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) : processorBytes;
  const { largest } = memoryNeed(shape, settings.optimizer, trainerBatch(settings));
  if (largest <= most) return;
  const depth = fittingDepth(shape, settings.optimizer, trainerBatch(settings), most);
  throw new ReasonError({ code: 'tooLarge', neededBytes: largest, allowedBytes: most, depth });
}

/** Throws a `ReasonError` if a network to go on with is not one for these data: it came from a file. */
function checkState({ inputs, width, outputs }: NetworkShape, state: TrainState | null): void {
  if (!state) return;
  const { input, output } = state.weights;
  if (input.length === inputs * width && output.length === outputs * width) return;
  const found = { inputs: input.length / width, outputs: output.length / width };
  throw new ReasonError({ code: 'otherNetwork', ...found, neededInputs: inputs, neededOutputs: outputs });
}

async function drawWeights(
  shape: NetworkShape,
  settings: TrainSettings,
  yieldToEventLoop: () => Promise<void>,
): Promise<NetworkWeights> {
  const making = initialWeights(shape, settings);
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
    if (next.value % 8 === 0) await yieldToEventLoop();
  }
}

/** A network ready to be trained, and what to tell the page of it. The caller disposes of the trainer. */
export interface TrainSetup {
  readonly chosen: ChosenTrainer;
  readonly started: Omit<StartedFrame, 'kind' | 'run'>;
}

/** What a network is made from, and where. */
export interface SetupParts {
  readonly settings: TrainSettings;
  readonly data: LoadedData;
  readonly backend: TrainBackend;
  /** The network to go on with; null for a new one. */
  readonly state: TrainState | null;
  /** Ways to train that broke down in this run. */
  readonly failed: readonly Way[];
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Makes the network of some settings and finds the best way to train it here. */
export async function trainSetup({
  settings,
  data: { name, set, complaint },
  backend,
  state,
  failed,
  yieldToEventLoop,
}: SetupParts): Promise<TrainSetup> {
  const shape = networkShape(settings, set);
  checkState(shape, state);
  checkMemory(shape, settings, backend);
  const { nonlinearity, task, optimizer, seed, batch, momentum } = settings;
  const setting: TrainerSetting = { shape, nonlinearity, task, optimizer, batch: trainerBatch(settings) };
  const start = state ?? freshState(await drawWeights(shape, settings, yieldToEventLoop));
  const first = batchOf(set, set.train, createBatchOrder(seed, set.train.count, batch).indices(0));
  // A probe must not leave float32: its rate is nearly nothing.
  const probe = { batch: first, tuning: { rate: 1e-12, momentum } };
  const chosen = await chooseTrainer(backend, setting, start, probe, failed);
  const { way, trainer, reasons } = chosen;
  const error = task === 'encode' ? constantError(set, set.heldOut) : null;
  return {
    chosen,
    started: {
      backend: way.backend,
      device:
        way.backend === 'webgpu'
          ? (backend.webgpu?.name ?? '')
          : way.backend === 'webgl'
            ? 'WebGL'
            : 'processor',
      implementation: way.implementation,
      reasons,
      data: name,
      trainCount: set.train.count,
      heldOutCount: set.heldOut.count,
      inputs: shape.inputs,
      outputs: shape.outputs,
      classNames: set.classNames,
      picture: set.picture && { rows: set.picture.rows, columns: set.picture.columns },
      isPlane: set.plane !== null,
      parameters: parameterCount(shape),
      bytes: trainer.bytes,
      complaint,
      constantLoss: error ?? constantLoss(set.train.labels),
      constantError: error,
    },
  };
}
