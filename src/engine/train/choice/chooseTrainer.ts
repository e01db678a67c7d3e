import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { productsOf, type TrainState } from '#engine/train/network.ts';
import type { Comparison, TrainBackend } from '#engine/train/trainBackend.ts';
import type { Trainer, TrainerSetting, TrainStep } from '#engine/train/trainer.ts';
import type { Way, WayReason } from '#engine/train/way.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';
import { ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { compareTrainers } from './compareTrainers.ts';
import { guardedTrainer } from './guardedTrainer.ts';
import { stepMs } from './stepMs.ts';
import { verifyTraining } from './verifyTraining.ts';

/** A trainer, how it was come by, and why. */
export interface ChosenTrainer {
  readonly trainer: Trainer;
  readonly way: Way;
  readonly reasons: readonly WayReason[];
}

/** What a trainer is chosen for. */
interface Wanted {
  readonly backend: TrainBackend;
  readonly setting: TrainerSetting;
  readonly initial: TrainState;
  readonly probe: TrainStep;
  /** What led to the choice so far. */
  readonly reasons: WayReason[];
}

/** A trainer by a way; the caller disposes of it. Throws, as a `ReasonError` where there are words for it, if the way does not start here. */
async function createTrainer(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: TrainState,
): Promise<Trainer> {
  const { webgpu } = backend;
  if (way.implementation === 'wasm') {
    const kernels = await backend.kernels();
    if (!kernels) throw new ReasonError({ code: 'noBackend', backend: way.backend });
    return createWasmTrainer(kernels, setting, initial);
  }
  if (way.implementation === 'composed') {
    await backend.activate(way.backend);
    const trainer = createComposedTrainer(setting, initial);
    return webgpu && way.backend === 'webgpu' ? guardedTrainer(trainer, webgpu.errors) : trainer;
  }
  if (!webgpu) throw new Error('The kernels need a WebGPU device.');
  const trainer = await createFusedTrainer(webgpu.device, webgpu.software, setting, initial);
  return guardedTrainer(trainer, webgpu.errors);
}

const isFused = ({ implementation }: Way) => implementation === 'fused';
const isSameWay = (a: Way, b: Way) => a.implementation === b.implementation && a.backend === b.backend;

/** Compares the kernels of a network with TensorFlow.js; asks a device once about each set of them that passed. */
async function comparisonOf(backend: TrainBackend, setting: TrainerSetting): Promise<Comparison> {
  const { nonlinearity, task, shape } = setting;
  const name = JSON.stringify([nonlinearity, task, shape.tied, shape.residual > 0, shape.norm]);
  const known = backend.compared.get(name);
  if (known) return known;
  backend.webgpu?.errors.forget();
  const make = (way: Way, small: TrainerSetting, start: TrainState) =>
    createTrainer(backend, way, small, start);
  const compared = await compareTrainers(make, nonlinearity, task, shape);
  if (compared.difference < compared.allowed) backend.compared.set(name, compared);
  return compared;
}

/** Whether a way is to be trusted here: kernels on a device may compute wrongly, or not compile. */
async function isSound({ backend, setting, reasons }: Wanted, way: Way): Promise<boolean> {
  if (!isFused(way)) return true;
  try {
    const compared = await comparisonOf(backend, setting);
    reasons.push({ code: 'compared', ...compared });
    return compared.difference < compared.allowed;
  } catch (error) {
    reasons.push({ code: 'unusable', way, reason: reasonOf(error) });
    return false;
  }
}

/** A trainer whose first loss is right. Throws a `ReasonError` if the device computes it wrongly, or refuses to. */
async function createSound({ backend, setting, initial, probe }: Wanted, way: Way): Promise<Trainer> {
  backend.webgpu?.errors.forget();
  const trainer = await createTrainer(backend, way, setting, initial);
  try {
    const wrong = await verifyTraining(trainer, setting, probe.batch, 0);
    if (wrong) throw new ReasonError(wrong);
    return trainer;
  } catch (error) {
    trainer.dispose();
    throw error;
  }
}

/** Products of a step that the processor makes in some 0.2 s: beyond it a card is not raced against. */
const mostRaced = 2e9;

/** The ways with our own kernels timed, fastest first, before the others; as they are where there is nothing to time. */
async function raced(wanted: Wanted, ways: readonly Way[]): Promise<readonly Way[]> {
  const { backend, setting, initial, probe, reasons } = wanted;
  const isSmall = 3 * productsOf(setting.shape) * probe.batch.count <= mostRaced;
  const own = ways.filter(({ implementation }) => implementation !== 'composed');
  if (!backend.isRace || !isSmall || own.length < 2) return ways;
  const timed: { way: Way; ms: number }[] = [];
  for (const way of own) {
    if (!(await isSound(wanted, way))) continue;
    const start = () => createTrainer(backend, way, setting, initial);
    timed.push({ way, ms: await stepMs(start, probe).catch(() => Number.POSITIVE_INFINITY) });
  }
  timed.sort((a, b) => a.ms - b.ms);
  reasons.push({ code: 'raced', times: timed });
  return [
    ...timed.map(({ way }) => way),
    ...ways.filter(({ implementation }) => implementation === 'composed'),
  ];
}

/**
 * The trainer for a run. Where ways race, each trains some steps of this very network and the fastest is taken;
 * otherwise it is the first way that starts and whose first loss is that of plain TypeScript. `failed`: ways that broke
 * down in this run. Throws the last error if none starts.
 */
export async function chooseTrainer(
  backend: TrainBackend,
  setting: TrainerSetting,
  initial: TrainState,
  probe: TrainStep,
  failed: readonly Way[] = [],
): Promise<ChosenTrainer> {
  const reasons: WayReason[] = [];
  const wanted = { backend, setting, initial, probe, reasons };
  const untried = backend.ways.filter((way) => !failed.some((other) => isSameWay(way, other)));
  const ways = await raced(wanted, untried);
  const first = ways[0];
  if (backend.webgpu?.software && first?.implementation === 'wasm') reasons.push({ code: 'software' });
  let last: unknown = new Error('There is no way to train.');
  for (const way of ways) {
    const isKnown = reasons.some(({ code }) => code === 'raced');
    if (!isKnown && !(await isSound(wanted, way))) continue;
    try {
      return { trainer: await createSound(wanted, way), way, reasons };
    } catch (error) {
      last = error;
      reasons.push({ code: 'unusable', way, reason: reasonOf(error) });
    }
  }
  throw last;
}
