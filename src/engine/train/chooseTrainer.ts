import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { ownWordsOf } from '#engine/worker/reason.ts';
import { compareTrainers } from './compareTrainers.ts';
import type { NetworkWeights } from './network.ts';
import type { Way, WayReason } from './protocol.ts';
import type { TrainBackend } from './trainBackend.ts';
import type { Trainer, TrainerSetting, TrainStep } from './trainer.ts';

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
  initial: NetworkWeights,
): Promise<Trainer> {
  if (way.implementation === 'composed') {
    await backend.activate(way.backend);
    return createComposedTrainer(setting, initial);
  }
  const { webgpu } = backend;
  if (!webgpu) throw new Error('The kernels need a WebGPU device.');
  return createFusedTrainer(webgpu.device, webgpu.software, setting, initial);
}

/** Time of a step, ms: the second of two, so that compilation and first use do not count. */
async function stepMs(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: NetworkWeights,
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

/** The ways without a fused one that computes wrongly on this adapter. */
async function soundWays(
  backend: TrainBackend,
  setting: TrainerSetting,
  reasons: WayReason[],
): Promise<readonly Way[]> {
  if (!backend.ways.some(({ implementation }) => implementation === 'fused')) return backend.ways;
  const compared = await compareTrainers(backend, setting.nonlinearity, setting.task);
  reasons.push({ code: 'compared', ...compared });
  return compared.difference < compared.allowed
    ? backend.ways
    : backend.ways.filter(({ implementation }) => implementation !== 'fused');
}

/**
 * The trainer for a run. Where the ways race, each trains one step of this very network and the faster is taken;
 * otherwise it is the first way that starts. Throws the last error if none does.
 */
export async function chooseTrainer(
  backend: TrainBackend,
  setting: TrainerSetting,
  initial: NetworkWeights,
  probe: TrainStep,
): Promise<ChosenTrainer> {
  const reasons: WayReason[] = [];
  let ways = await soundWays(backend, setting, reasons);
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
      return { trainer: await create(backend, way, setting, initial), way, reasons };
    } catch (error) {
      last = error;
      reasons.push({ code: 'unusable', way, detail: ownWordsOf(error) });
    }
  }
  throw last;
}
