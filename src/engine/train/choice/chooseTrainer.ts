import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import type { TrainState } from '#engine/train/network.ts';

import type { Comparison, TrainBackend } from '#engine/train/trainBackend.ts';
import type { Trainer, TrainerSetting, TrainStep } from '#engine/train/trainer.ts';
import type { Way, WayReason } from '#engine/train/way.ts';
import { ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { compareTrainers } from './compareTrainers.ts';
import { guardedTrainer } from './guardedTrainer.ts';
import { verifyTraining } from './verifyTraining.ts';

/** A trainer, how it was come by, and why. */
export interface ChosenTrainer {
  readonly trainer: Trainer;
  readonly way: Way;
  readonly reasons: readonly WayReason[];
}

async function create(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: TrainState,
): Promise<Trainer> {
  const { webgpu } = backend;
  if (way.implementation === 'composed') {
    await backend.activate(way.backend);
    const trainer = createComposedTrainer(setting, initial);
    return webgpu && way.backend === 'webgpu' ? guardedTrainer(trainer, webgpu.errors) : trainer;
  }
  if (!webgpu) throw new Error('The kernels need a WebGPU device.');
  const trainer = await createFusedTrainer(webgpu.device, webgpu.software, setting, initial);
  return guardedTrainer(trainer, webgpu.errors);
}

/** A trainer whose first loss is right. Throws a `ReasonError` if the device computes it wrongly, or refuses to. */
async function createSound(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: TrainState,
  { batch }: TrainStep,
): Promise<Trainer> {
  backend.webgpu?.errors.forget();
  const trainer = await create(backend, way, setting, initial);
  try {
    const wrong = await verifyTraining(trainer, setting, batch, 0);
    if (wrong) throw new ReasonError(wrong);
    return trainer;
  } catch (error) {
    trainer.dispose();
    throw error;
  }
}

/** Time of a step, ms: the second of two, so that compilation and first use do not count. */
async function stepMs(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: TrainState,
  probe: TrainStep,
): Promise<number> {
  const trainer = await create(backend, way, setting, initial);
  try {
    await trainer.train([probe]);
    const start = performance.now();
    await trainer.train([probe]);
    return performance.now() - start;
  } finally {
    trainer.dispose();
  }
}

const isFused = ({ implementation }: Way) => implementation === 'fused';

/** Compares the kernels of a network with TensorFlow.js; asks a device once about each set of them that passed. */
async function comparisonOf(backend: TrainBackend, setting: TrainerSetting): Promise<Comparison> {
  const { nonlinearity, task, shape } = setting;
  const name = JSON.stringify([nonlinearity, task, shape.tied, shape.residual > 0, shape.norm]);
  const known = backend.compared.get(name);
  if (known) return known;
  backend.webgpu?.errors.forget();
  const make = (way: Way, small: TrainerSetting, start: TrainState) => create(backend, way, small, start);
  const compared = await compareTrainers(make, nonlinearity, task, shape);
  if (compared.difference < compared.allowed) backend.compared.set(name, compared);
  return compared;
}

/** The ways without a fused one that computes wrongly on this adapter, or does not compile there. */
async function soundWays(
  backend: TrainBackend,
  setting: TrainerSetting,
  ways: readonly Way[],
  reasons: WayReason[],
): Promise<readonly Way[]> {
  const fused = ways.find(isFused);
  if (!fused) return ways;
  try {
    const compared = await comparisonOf(backend, setting);
    reasons.push({ code: 'compared', ...compared });
    if (compared.difference < compared.allowed) return ways;
  } catch (error) {
    reasons.push({ code: 'unusable', way: fused, reason: reasonOf(error) });
  }
  return ways.filter((way) => !isFused(way));
}

const isSameWay = (a: Way, b: Way) => a.implementation === b.implementation && a.backend === b.backend;

/**
 * The trainer for a run. Where the ways race, each trains one step of this very network and the faster is taken;
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
  const untried = backend.ways.filter((way) => !failed.some((other) => isSameWay(way, other)));
  let ways = await soundWays(backend, setting, untried, reasons);
  if (backend.isRace && ways.length > 1) {
    const timed: { way: Way; ms: number }[] = [];
    for (const way of ways) {
      const ms = await stepMs(backend, way, setting, initial, probe).catch(() => Number.POSITIVE_INFINITY);
      timed.push({ way, ms });
    }
    timed.sort((a, b) => a.ms - b.ms);
    reasons.push({ code: 'raced', times: timed });
    ways = timed.map(({ way }) => way);
  }
  let last: unknown = new Error('There is no way to train.');
  for (const way of ways) {
    try {
      return { trainer: await createSound(backend, way, setting, initial, probe), way, reasons };
    } catch (error) {
      last = error;
      reasons.push({ code: 'unusable', way, reason: reasonOf(error) });
    }
  }
  throw last;
}
