import type { BackendName } from '#engine/device/protocol.ts';
import type { Way } from '#engine/train/way.ts';
import '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-cpu';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { type NetworkShape, type NetworkWeights, plainKind } from '#engine/train/network.ts';
import { openTrainBackend, type TrainBackend } from '#engine/train/trainBackend.ts';
import { freshState, type Trainer, type TrainerSetting, type TrainStep } from '#engine/train/trainer.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';

import { uniformBatch } from '../engine/train/uniformBatch.ts';
import { createJaxTrainer, type PeerTrainer } from './jaxTrainer.ts';
import { middleRound, type Spread } from './middle.ts';
import { createSequentialTrainer } from './sequentialTrainer.ts';

/** One way to train one network: medians over rounds. */
export interface TrainBenchRow {
  readonly way: string;
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly stepsPerSecond: number;
  /** JavaScript before the first wait for the device, ms a step. */
  readonly scriptMs: number;
  readonly lastLoss: number;
}

export interface TrainBenchReport {
  readonly device: string;
  readonly rounds: number;
  readonly rows: readonly (TrainBenchRow & { readonly spread: Spread })[];
}

const sizes = [
  { depth: 50, width: 64, batch: 32 },
  { depth: 100, width: 128, batch: 64 },
  { depth: 1000, width: 32, batch: 32 },
] as const;

const ways: readonly Way[] = [
  { implementation: 'fused', backend: 'webgpu' },
  { implementation: 'wasm', backend: 'wasm' },
  { implementation: 'composed', backend: 'webgpu' },
  { implementation: 'composed', backend: 'webgl' },
  { implementation: 'composed', backend: 'wasm' },
  { implementation: 'composed', backend: 'cpu' },
];

/** Each way trains at least this long a round. */
const roundMs = 3000;

function settingOf({ depth, width, batch }: (typeof sizes)[number]): TrainerSetting {
  const shape: NetworkShape = { inputs: 784, width, depth, outputs: 10, ...plainKind };
  // ReLU's outputs at D = 1000, N = 32 leave float32 in most networks (Var ln Z = 156): tanh's are bounded.
  return { shape, nonlinearity: 'tanh', task: 'classify', optimizer: 'sgd', batch };
}

const weightsOf = ({ shape }: TrainerSetting): NetworkWeights =>
  initialWeightsAtOnce(shape, {
    weights: 'gaussian',
    gain: 1.1,
    inputScale: 1,
    biasDeviation: 0,
    outputGain: 1,
    seed: 1,
  });

async function openOurs(backend: TrainBackend, way: Way, setting: TrainerSetting): Promise<Trainer> {
  const weights = weightsOf(setting);
  const { webgpu } = backend;
  if (way.implementation === 'fused') {
    if (!webgpu) throw new Error('This bench needs WebGPU.');
    return createFusedTrainer(webgpu.device, webgpu.software, setting, freshState(weights));
  }
  if (way.implementation === 'wasm') {
    const kernels = await backend.kernels();
    if (!kernels) throw new Error('This machine has no 128-bit vectors.');
    return createWasmTrainer(kernels, setting, freshState(weights));
  }
  await backend.activate(way.backend);
  return createComposedTrainer(setting, freshState(weights));
}

type Open = (backend: TrainBackend, setting: TrainerSetting) => Promise<PeerTrainer | null>;

const ourName = ({ implementation, backend }: Way) =>
  `${implementation === 'wasm' ? 'own kernels' : implementation}, ${backend}`;

const layersOn =
  (name: BackendName): Open =>
  async (backend, setting) => {
    await backend.activate(name);
    return createSequentialTrainer(setting, weightsOf(setting));
  };

/** Every way by its name, ours and others'. */
const named: readonly (readonly [name: string, open: Open])[] = [
  ...ways.map((way): [string, Open] => [ourName(way), (backend, setting) => openOurs(backend, way, setting)]),
  ['layers, webgpu', layersOn('webgpu')],
  ['layers, wasm', layersOn('wasm')],
  ['jax-js, webgpu', (_, setting) => createJaxTrainer('webgpu', setting, weightsOf(setting))],
  ['jax-js, wasm', (_, setting) => createJaxTrainer('wasm', setting, weightsOf(setting))],
];

const probe = ({ batch }: TrainerSetting): TrainStep => ({
  batch: uniformBatch(batch),
  tuning: { rate: 1e-9, momentum: 0 },
});

async function time(trainer: PeerTrainer, setting: TrainerSetting): Promise<Omit<TrainBenchRow, 'way'>> {
  const step = probe(setting);
  await trainer.train([step]);
  let steps = 0;
  let scriptMs = 0;
  let lastLoss = Number.NaN;
  const start = performance.now();
  while (performance.now() - start < roundMs) {
    const before = performance.now();
    const training = trainer.train([step]);
    scriptMs += performance.now() - before;
    lastLoss = (await training).outcomes.at(-1)?.loss ?? Number.NaN;
    steps += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  const { depth, width } = setting.shape;
  return {
    depth,
    width,
    batch: setting.batch,
    stepsPerSecond: steps / seconds,
    scriptMs: scriptMs / steps,
    lastLoss,
  };
}

/** Throws where a way has done another work than the first: steps so short change nothing, so that all see one loss. */
function checkLosses(rows: readonly TrainBenchRow[]): void {
  const right = rows[0]?.lastLoss ?? Number.NaN;
  const wrong = rows.filter(({ lastLoss }) => !(Math.abs(lastLoss / right - 1) < 1e-3));
  if (wrong.length > 0) throw new Error(`Not the same work: ${JSON.stringify([rows[0], ...wrong])}`);
}

/**
 * Times a training step of our kernels, in WGSL and in WebAssembly, beside TensorFlow.js composed on each of its backends and
 * by its layers, and jax-js jitted, round by round.
 */
export async function trainBench(rounds: number): Promise<TrainBenchReport> {
  const backend = await openTrainBackend('auto');
  const rows: (TrainBenchRow & { spread: Spread })[] = [];
  for (const size of sizes) {
    const setting = settingOf(size);
    const timed = new Map<string, TrainBenchRow[]>();
    for (let round = 0; round < rounds; round++) {
      for (const [name, open] of named) {
        const trainer = await open(backend, setting).catch(() => null);
        // A way that does not train this network has no row: jax-js's tracing of 1,000 layers may overflow the stack.
        const row = trainer && (await time(trainer, setting).catch(() => null));
        if (row) timed.set(name, [...(timed.get(name) ?? []), { way: name, ...row }]);
        trainer?.dispose();
      }
    }
    checkLosses([...timed.values()].flat());
    rows.push(
      ...Array.from(timed.values(), (all) => middleRound(all, ({ stepsPerSecond }) => stepsPerSecond)),
    );
  }
  return { device: backend.webgpu?.name ?? 'no WebGPU', rounds, rows };
}
