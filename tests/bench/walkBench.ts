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
import { createJaxWalk, type PeerWalk } from './jaxWalk.ts';
import { middleRound, type Spread } from './middle.ts';

/** One line of the bench: a round of it, and in the report the middle one. */
export interface WalkBenchRow extends WalkSpeed {
  readonly way: string;
  readonly width: number;
  readonly depth: number;
  readonly walks: number;
}

export interface WalkBenchReport {
  readonly device: string;
  readonly rounds: number;
  readonly rows: readonly (WalkBenchRow & { readonly spread: Spread })[];
}

const base: WalkSettings = {
  ...plainWalk,
  width: 128,
  gain: Math.SQRT2,
};

/** Enough work for each way to be timed, and not more than a minute for the slowest; a card is filled by `card` walks, a peer is given one at a time and `batch` at once. */
const sizes = [
  { width: 24, depth: 50, fused: 1000, card: 100_000, vectors: 10_000, composed: 3, batch: 64 },
  { width: 128, depth: 50, fused: 100, card: 50_000, vectors: 400, composed: 3, batch: 4 },
  { width: 1024, depth: 6, fused: 20, card: 5000, vectors: 60, composed: 1, batch: 1 },
] as const;

const peers = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

/** The processor's vectors with all of their workers; null where this machine has none. */
async function openedCrew(): Promise<Crew | null> {
  const { ready } = await openBackend('wasm');
  const crew = ready.backend === 'wasm' ? activeCrew() : null;
  await crew?.hire();
  return crew;
}

/** TensorFlow.js's own operations on each of its backends and jax-js on its devices, by name, as this machine has them. */
async function peerWalks(settings: WalkSettings, batches: readonly number[]): Promise<Map<string, PeerWalk>> {
  const ways = new Map<string, PeerWalk>();
  for (const batch of batches) {
    const atOnce = batch > 1 ? `, ${batch} at once` : '';
    for (const peer of peers) {
      if (!tf.findBackendFactory(peer) || !(await tf.setBackend(peer))) continue;
      ways.set(`TensorFlow.js operations, ${peer}${atOnce}`, async (asked) => {
        await tf.setBackend(peer);
        return composedWalk(asked, batch);
      });
    }
    for (const device of ['webgpu', 'wasm'] as const) {
      const walk = await createJaxWalk(device, settings, batch);
      if (walk) ways.set(`jax-js, ${device}${atOnce}`, walk);
    }
  }
  return ways;
}

/** Times the fused kernel and WebAssembly beside TensorFlow.js's own operations and jax-js, round by round. */
export async function walkBench(rounds: number): Promise<WalkBenchReport> {
  const opened = await openBackend('webgpu');
  if (opened.ready.backend !== 'webgpu') throw new Error('This bench needs WebGPU.');
  const crew = await openedCrew();
  const rows: (WalkBenchRow & { spread: Spread })[] = [];
  for (const { width, depth, fused, card, vectors, composed, batch } of sizes) {
    const walks = opened.ready.software ? fused : card;
    const ours: WalkSettings = { ...base, width, depth, walks };
    const theirs: WalkSettings = { ...ours, walks: composed };
    const others = await peerWalks(theirs, [...new Set([1, batch])]);
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
      for (const [way, walk] of others) note(way, theirs, await walk(theirs));
    }
    rows.push(
      ...Array.from(timed.values(), (all) => middleRound(all, ({ weightsPerSecond }) => weightsPerSecond)),
    );
  }
  return { device: opened.ready.device, rounds, rows };
}
