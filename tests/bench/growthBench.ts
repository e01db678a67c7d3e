import { openBackend } from '#engine/device/backend.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import { plainWalk } from '../plainWalk.ts';
import { fusedWalk } from './fusedWalk.ts';
import { median } from './middle.ts';

/** What doubling one of a walk's sizes costs. */
export interface GrowthRow {
  readonly way: string;
  readonly doubled: 'nothing' | 'depth' | 'width' | 'walks';
  readonly seconds: number;
  /** Times the seconds of what is not doubled: the median of the rounds' own ratios. */
  readonly times: number;
  /** Times the work: 2, or 4 for the width. */
  readonly expected: number;
}

const base = { ...plainWalk, width: 128, depth: 100, gain: Math.SQRT2 };
const walksOf = { wasm: 600, webgpu: 80 };

const variants = [
  { doubled: 'nothing', expected: 1, change: (settings: WalkSettings) => settings },
  {
    doubled: 'depth',
    expected: 2,
    change: (settings: WalkSettings) => ({ ...settings, depth: 2 * settings.depth }),
  },
  {
    doubled: 'width',
    expected: 4,
    change: (settings: WalkSettings) => ({ ...settings, width: 2 * settings.width }),
  },
  {
    doubled: 'walks',
    expected: 2,
    change: (settings: WalkSettings) => ({ ...settings, walks: 2 * settings.walks }),
  },
] as const;

/** Walks of matrices, and the same with twice the depth, width and number of walks, in turn, on the backends that this machine has. */
export async function growthBench(rounds: number): Promise<{ readonly rows: readonly GrowthRow[] }> {
  const rows: GrowthRow[] = [];
  for (const backend of ['webgpu', 'wasm'] as const) {
    const opened = await openBackend(backend);
    if (opened.ready.backend !== backend) continue;
    await activeCrew()?.hire();
    const settings: WalkSettings = { ...base, walks: walksOf[backend] };
    const seconds: number[][] = variants.map(() => []);
    // The first round warms everything up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      for (const [i, { change }] of variants.entries()) {
        const asked = change(settings);
        await prepareWalk(asked, 'pcg4d');
        const { walksPerSecond } = await fusedWalk(asked, opened.maxTensorBytes);
        if (round > 0) seconds[i]?.push(asked.walks / walksPerSecond);
      }
    }
    for (const [i, { doubled, expected }] of variants.entries()) {
      const mine = seconds[i] ?? [];
      const times = mine.map((value, round) => value / (seconds[0]?.[round] ?? Number.NaN));
      rows.push({ way: backend, doubled, seconds: median(mine), times: median(times), expected });
    }
  }
  return { rows };
}
