import { openBackend } from '#engine/device/backend.ts';
import type { OpenBackend } from '#engine/device/rung.ts';
import { initialPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkRun } from '#engine/walk/walkRun.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { kolmogorovSmirnov } from '../engine/walk/kolmogorovSmirnov.ts';
import { plainWalk } from '../plainWalk.ts';

/** One way of walking, timed; `distance` is the Kolmogorov-Smirnov distance to the matrices' row, where there is one. */
export interface FreeBenchRow {
  readonly way: string;
  readonly nonlinearity: Nonlinearity;
  readonly width: number;
  readonly depth: number;
  readonly walks: number;
  readonly seconds: number;
  readonly walksPerSecond: number;
  readonly meanLnZ: number;
  readonly distance: number | null;
}

const base: WalkSettings = {
  ...plainWalk,
  sampler: 'free',
  depth: 50,
  width: 128,
  gain: 1.3,
};

async function timed(opened: OpenBackend, settings: WalkSettings) {
  await prepareWalk(settings);
  const run = createWalkRun(settings, () => opened.maxTensorBytes);
  const final: number[] = [];
  let pace = initialPace;
  const start = performance.now();
  for (;;) {
    const advanced = await run.advance(pace, () => performance.now());
    pace = advanced.pace;
    for (const lnZ of advanced.frame?.final ?? []) final.push(lnZ);
    if (!advanced.frame?.done) continue;
    const seconds = (performance.now() - start) / 1000;
    const meanLnZ = advanced.frame.moments.mean[settings.depth] ?? Number.NaN;
    run.dispose();
    return { seconds, final, meanLnZ };
  }
}

/** Times matrix-free walks beside those of real matrices, and holds their last ln Z against each other. */
export async function freeBench(): Promise<{
  readonly device: string;
  readonly rows: readonly FreeBenchRow[];
}> {
  const rows: FreeBenchRow[] = [];
  const devices: string[] = [];
  for (const backend of ['webgpu', 'wasm'] as const) {
    const opened = await openBackend(backend);
    if (opened.ready.backend !== backend) continue;
    await activeCrew()?.hire();
    devices.push(`${backend}: ${opened.ready.device}`);
    rows.push(...(await rowsOn(opened)));
    opened.close();
  }
  return { device: devices.join(', '), rows };
}

/** All rows of a backend. */
async function rowsOn(opened: OpenBackend): Promise<FreeBenchRow[]> {
  const rows: FreeBenchRow[] = [];
  async function note(settings: WalkSettings, beside: readonly number[] | null) {
    const { seconds, final, meanLnZ } = await timed(opened, settings);
    const { nonlinearity, width, depth, walks, sampler } = settings;
    const distance = beside && kolmogorovSmirnov(final, beside);
    const walksPerSecond = walks / seconds;
    rows.push({
      way: `${opened.ready.backend}, ${sampler}`,
      nonlinearity,
      width,
      depth,
      walks,
      seconds,
      walksPerSecond,
      meanLnZ,
      distance,
    });
    return final;
  }
  for (const nonlinearity of ['relu', 'tanh'] as const) {
    const real = await note({ ...base, nonlinearity, sampler: 'matrices', walks: 200 }, null);
    await note({ ...base, nonlinearity, walks: 4000 }, real);
  }
  for (const nonlinearity of ['linear', 'relu'] as const) {
    const gain = nonlinearity === 'linear' ? 1.005 : 1.432;
    await note({ ...base, nonlinearity, gain, depth: 500, width: 100, walks: 100_000 }, null);
  }
  return rows;
}
