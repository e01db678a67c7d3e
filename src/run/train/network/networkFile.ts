import { type Checkpoint, memoryOf } from '#engine/train/checkpoint.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { experimentFile, readExperimentFile } from '#experiment/link/experimentFile.ts';
import { formatLink, parsePairs } from '#experiment/link/linkCodec.ts';
import type { LinkPair } from '#experiment/link/linkPair.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { layerTensors, type NetworkSize, weightsOf } from './layerTensors.ts';
import { readTensors, type Tensor, type TensorFault, writeTensors } from './safetensors.ts';

/** A trained network with what it was trained by. */
export interface NetworkFile {
  readonly pairs: readonly LinkPair[];
  readonly checkpoint: Checkpoint;
  /** Mean loss and share of right answers of every step so far. */
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
}

/** Why bytes are no network of this page: no safetensors file, one of another program, or one whose parts do not fit. */
export type NetworkFault = TensorFault | 'foreign' | 'unfit';

/** How many sets of numbers an optimiser keeps beside the weights. */
const momentsOf: Readonly<Record<Experiment['optimizer'], number>> = { sgd: 0, momentum: 1, adam: 2 };

const matricesOf = ({ tied, depth }: Experiment) => (tied === 1 ? 1 : depth);

/** The network of a record as a safetensors file; null where there is none, or the page has no copy of so large a one. */
export function writeNetwork({
  experiment,
  plan,
  started,
  checkpoint,
  losses,
  accuracies,
}: TrainRecord): Uint8Array<ArrayBuffer> | null {
  if (!started || !checkpoint) return null;
  const { step, rate, elapsedMs, scriptMs, state } = checkpoint;
  const { inputs, outputs } = started;
  const size: NetworkSize = { inputs, outputs, width: experiment.width, matrices: matricesOf(experiment) };
  const series = (values: Float32Array): Tensor => ({ shape: [step], values: values.slice(0, step) });
  return writeTensors({
    tensors: new Map([
      ...layerTensors(state.weights, size, ''),
      ...state.moments.flatMap((moment, i) => layerTensors(moment, size, `optimizer.${i}.`)),
      ['history.loss', series(losses)],
      ['history.accuracy', series(accuracies)],
    ]),
    texts: {
      experiment: JSON.stringify(experimentFile(experiment, `#${formatLink(experiment)}`, null)),
      training: JSON.stringify({
        step,
        rate: rate.found,
        elapsedMs,
        scriptMs,
        updates: state.updates,
        gain: plan.settings.gain,
      }),
    },
  });
}

/** How far a training was, and the gain that its network began with. */
interface Progress extends Omit<Checkpoint, 'state' | 'rate'> {
  /** What the run found for itself; the states it could go back to stay behind. */
  readonly rate: number | null;
  readonly updates: number;
  readonly gain: number;
}

/** What the texts say of how far the training was; null where they do not. */
function progressOf(text: string | undefined): Progress | null {
  try {
    const { step, rate, elapsedMs, scriptMs, updates, gain } = JSON.parse(text ?? '');
    const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
    const isTime = (value: unknown) => typeof value === 'number' && value >= 0;
    const isRate = rate === null || (typeof rate === 'number' && rate > 0 && Number.isFinite(rate));
    const isGood = isCount(step) && isCount(updates) && [elapsedMs, scriptMs, gain].every(isTime) && isRate;
    return isGood ? { step, rate, elapsedMs, scriptMs, updates, gain } : null;
  } catch {
    return null;
  }
}

/** Reads a network that the page saved; what is wrong where it is none. */
export function readNetwork(bytes: Uint8Array): NetworkFile | NetworkFault {
  const file = readTensors(bytes);
  if (typeof file === 'string') return file;
  const { tensors, texts } = file;
  const read = readExperimentFile(texts.experiment ?? '');
  const progress = progressOf(texts.training);
  if (read.kind === 'refused' || !progress) return 'foreign';
  const { experiment } = parsePairs(read.pairs, noFoundGains);
  const inputs = tensors.get('layers.0.weight')?.shape[1] ?? 0;
  const matrices = matricesOf(experiment);
  const outputs = tensors.get(`layers.${matrices + 1}.bias`)?.shape[0] ?? 0;
  const size = { inputs, outputs, width: experiment.width, matrices };
  const weights = weightsOf(tensors, size, '');
  const moments = Array.from({ length: momentsOf[experiment.optimizer] }, (_, i) =>
    weightsOf(tensors, size, `optimizer.${i}.`),
  ).filter((moment) => moment !== null);
  const { updates, gain, rate, ...rest } = progress;
  const [losses, accuracies] = ['history.loss', 'history.accuracy'].map((name) => tensors.get(name)?.values);
  const isWhole = losses?.length === rest.step && accuracies?.length === rest.step;
  if (!weights || !isWhole || ![0, momentsOf[experiment.optimizer]].includes(moments.length)) return 'unfit';
  // A gain that is looked for anew would begin the run anew: the number is what the network began with.
  const pairs = [...read.pairs.filter(([key]) => key !== 'gain'), ['gain', String(gain)] as const];
  return {
    pairs,
    checkpoint: { ...rest, rate: memoryOf(rate), state: { weights, moments, updates } },
    losses,
    accuracies,
  };
}
