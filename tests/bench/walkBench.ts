import * as tf from '@tensorflow/tfjs';
// Says where the WebAssembly backend finds its binaries.
import '#engine/train/trainBackend.ts';
import { openBackend } from '#engine/device/backend.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { Crew } from '#engine/wasm/crew.ts';
import { activeCrew, crewBackendName } from '#engine/wasm/crewBackend.ts';
import { plainWalk } from '../plainWalk.ts';
import { composedWalk } from './composedWalk.ts';
import { fusedWalk, type WalkSpeed } from './fusedWalk.ts';

/** One line of the bench: the median of its rounds. */
export interface WalkBenchRow extends WalkSpeed {
  readonly way: string;
  readonly width: number;
  readonly depth: number;
  readonly walks: number;
}

export interface WalkBenchReport {
  readonly device: string;
  readonly rounds: number;
  readonly rows: readonly WalkBenchRow[];
}

const base: WalkSettings = {
  ...plainWalk,
  width: 128,
  gain: Math.SQRT2,
};

/** Enough work for each way to be timed, and not more than a minute for the slowest; a card is filled by `card` walks. */
const sizes = [
  { width: 24, depth: 50, fused: 1000, card: 100_000, vectors: 10_000, composed: 3 },
  { width: 128, depth: 50, fused: 100, card: 50_000, vectors: 400, composed: 3 },
  { width: 1024, depth: 6, fused: 20, card: 5000, vectors: 60, composed: 1 },
] as const;

const peers = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

function median(rows: readonly WalkBenchRow[]): WalkBenchRow {
  const sorted = rows.toSorted((a, b) => a.weightsPerSecond - b.weightsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('Nothing was timed.');
  return middle;
}

/** The processor's vectors with all of their workers; null where this machine has none. */
async function openedCrew(): Promise<Crew | null> {
  const { ready } = await openBackend('wasm');
  const crew = ready.backend === 'wasm' ? activeCrew() : null;
  await crew?.hire();
  return crew;
}

/** Times the fused kernel and WebAssembly beside TensorFlow.js's own operations on each of its backends, round by round. */
export async function walkBench(rounds: number): Promise<WalkBenchReport> {
  const opened = await openBackend('webgpu');
  if (opened.ready.backend !== 'webgpu') throw new Error('This bench needs WebGPU.');
  const crew = await openedCrew();
  const rows: WalkBenchRow[] = [];
  for (const { width, depth, fused, card, vectors, composed } of sizes) {
    const walks = opened.ready.software ? fused : card;
    const ours: WalkSettings = { ...base, width, depth, walks };
    const theirs: WalkSettings = { ...ours, walks: composed };
    await tf.setBackend('webgpu');
    await prepareWalk(ours, 'pcg4d');
    const timed = new Map<string, WalkBenchRow[]>();
    const note = (way: string, { walks }: WalkSettings, speed: WalkSpeed) =>
      timed.set(way, [...(timed.get(way) ?? []), { way, width, depth, walks, ...speed }]);
    // The first round warms everything up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      if (round === 1) timed.clear();
      await tf.setBackend('webgpu');
      note('fused kernel, webgpu', ours, await fusedWalk(ours, opened.maxTensorBytes));
      if (crew) {
        await tf.setBackend(crewBackendName);
        const wide: WalkSettings = { ...ours, walks: vectors };
        note(`WebAssembly, threads: ${crew.size()}`, wide, await fusedWalk(wide, opened.maxTensorBytes));
      }
      for (const peer of peers) {
        if (!tf.findBackendFactory(peer) || !(await tf.setBackend(peer))) continue;
        note(`TensorFlow.js operations, ${peer}`, theirs, await composedWalk(theirs));
      }
    }
    rows.push(...Array.from(timed.values(), median));
  }
  return { device: opened.ready.device, rounds, rows };
}
