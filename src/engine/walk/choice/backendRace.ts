import type { OpenBackend } from '#engine/device/rung.ts';
import { unlessLost } from '#engine/device/unlessLost.ts';
import { createNextBatch } from '#engine/walk/nextBatch.ts';
import { initialPace, nextPace } from '#engine/walk/pace.ts';
import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { RaceTime, WalkSettings } from '#engine/walk/protocol.ts';
import { walkStages } from '#engine/walk/slicePlan.ts';
import { activeCrew } from '#engine/wasm/crewBackend.ts';
import { putAway } from '#engine/worker/putAway.ts';

/** How long a backend walks in a race. */
const racedMs = 40;
/** Fewer slices say little: one may have been compiled, and another held up by whatever else the machine does. */
const fewestSlices = 4;
/** And how long at most, where slices take long. */
const longestMs = 400;
/** The finest that a browser's clock tells. */
const clockMs = 0.1;

/** Best speed of the active backend: batches of a run's first walks, whose slices grow as they do in a run, until the time is over. */
async function bestSpeed(
  settings: WalkSettings,
  { lost, maxTensorBytes }: OpenBackend,
  now: () => number,
): Promise<number> {
  const began = now();
  let pace = initialPace;
  let best = 0;
  let slices = 0;
  const isOver = () => now() - began >= (slices < fewestSlices ? longestMs : racedMs);
  while (!isOver()) {
    const batch = createNextBatch(settings, 0, settings.walks, pace, maxTensorBytes);
    try {
      for (let work = 1; work > 0 && !isOver(); ) {
        const before = now();
        work = await unlessLost(lost, batch.advance(pace.weightsPerMs));
        if (work === 0) continue;
        slices += 1;
        const elapsedMs = Math.max(now() - before, clockMs);
        pace = nextPace(pace, work, elapsedMs);
        best = Math.max(best, work / elapsedMs);
      }
    } finally {
      putAway(batch.dispose);
    }
  }
  return best;
}

/** Lets each backend walk the beginning of a run in its turn; one that fails has no speed. */
export async function raceBackends(
  settings: WalkSettings,
  backends: readonly OpenBackend[],
  now = () => performance.now(),
): Promise<readonly RaceTime[]> {
  const times: RaceTime[] = [];
  for (const backend of backends) {
    const { backend: name, device } = backend.ready;
    let weightsPerMs = 0;
    try {
      await backend.activate();
      // A crew walks in one thread until it is asked for more, and compiles in its first slices.
      await Promise.all([prepareWalk(settings), activeCrew()?.hire()]);
      weightsPerMs = await bestSpeed(settings, backend, now);
    } catch {
      // Whatever it was will be heard where it walks alone.
    }
    times.push({ backend: name, device, weightsPerMs });
  }
  return times;
}

/** What costs alike on every backend: the kind of a run, and its sizes to a factor of 2. */
export function raceName(settings: WalkSettings): string {
  const { nonlinearity, weights, sampler, norm, residual, tied, depth, width, widths, walks } = settings;
  const sizes = [depth, width, walks].map((size) => Math.round(Math.log2(size)));
  const { directions } = walkStages(settings);
  const kind = [nonlinearity, weights, sampler, norm, residual > 0, tied > 0, directions.length];
  return [...kind, ...sizes, ...(widths ?? [])].join(' ');
}
