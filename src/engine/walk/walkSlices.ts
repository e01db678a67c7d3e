import type { OpenBackend } from '#engine/device/rung.ts';
import { unlessLost } from '#engine/device/unlessLost.ts';
import { putAway } from '#engine/worker/putAway.ts';
import type { RunControl } from '#engine/worker/runControl.ts';
import type { Slices } from '#engine/worker/scheduler.ts';
import { chooseWalker, type Walker } from './choice/chooseWalker.ts';
import { initialPace, type Pace } from './pace.ts';
import { prepareWalk } from './prepareWalk.ts';
import type { WalkFrame, WalkSettings } from './protocol.ts';
import type { WalkJobRoom } from './walkJobRoom.ts';
import { createWalkRun } from './walkRun.ts';

/** What costs alike: a run's speed says nothing of another kind's, and a slice sized by it could last for seconds. */
const kindOf = ({ sampler, weights, nonlinearity }: WalkSettings) => `${sampler} ${weights} ${nonlinearity}`;

function pacesOf({ paces }: WalkJobRoom, backend: OpenBackend): Map<string, Pace> {
  const known = paces.get(backend) ?? new Map<string, Pace>();
  paces.set(backend, known);
  return known;
}

/**
 * Walks a run to its end. When its backend is lost, or left because it fails, the run goes on with the next one from its
 * last finished batch: a walk is a function of the settings and its number, not of the device.
 */
export async function* walkSlices(settings: WalkSettings, control: RunControl, room: WalkJobRoom): Slices {
  const { post } = room;
  const { run } = control;
  const kind = kindOf(settings);
  let walker = await chooseWalker(settings, room);
  control.prepared();
  const walkRun = createWalkRun(settings, () => walker.backend.maxTensorBytes);
  let prepared: Walker | null = null;
  let last: WalkFrame | null = null;

  async function prepare(): Promise<void> {
    await prepareWalk(settings);
    prepared = walker;
    const { backend, device } = walker.backend.ready;
    post({ kind: 'started', run, backend, device, raced: walker.raced });
  }

  async function slice(): Promise<void> {
    const { backend } = walker;
    await backend.activate();
    if (prepared !== walker) await prepare();
    const paces = pacesOf(room, backend);
    const largest = control.isPaused() ? 1 : undefined;
    const usual = paces.get(kind) ?? initialPace;
    const walking = walkRun.advance(usual, () => performance.now(), largest);
    const { pace, frame } = await unlessLost(backend.lost, walking);
    paces.set(kind, pace);
    if (!frame) return;
    control.stepMade();
    last = { kind: 'walk', run, ...frame };
    if (!last.done) post(last);
  }

  const isDone = () => last?.done === true;
  try {
    while (!isDone()) {
      yield;
      try {
        await slice();
      } catch (error) {
        putAway(walkRun.discardBatch);
        if (!(await walker.isReplaced(error))) throw error;
        walker = await chooseWalker(settings, room);
      }
    }
  } finally {
    putAway(walkRun.dispose);
    post({ kind: 'memory', run, ...walker.backend.usage() });
  }
  if (last) post(last);
}
