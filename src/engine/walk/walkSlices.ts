import type { BackendHost } from '#engine/device/backendHost.ts';
import type { OpenBackend } from '#engine/device/rung.ts';
import { unlessLost } from '#engine/device/unlessLost.ts';
import { putAway } from '#engine/worker/putAway.ts';
import type { RunControl } from '#engine/worker/runControl.ts';
import type { Slices } from '#engine/worker/scheduler.ts';
import { initialPace, type Pace } from './pace.ts';
import { prepareWalk } from './prepareWalk.ts';
import type { WalkFrame, WalkRunFrame, WalkSettings } from './protocol.ts';
import { createWalkRun } from './walkRun.ts';

/** What the jobs of the walk engine share. */
export interface WalkJobRoom {
  readonly host: BackendHost<OpenBackend>;
  /** The speed of a backend by kind of work, measured as it works. */
  readonly paces: WeakMap<OpenBackend, Map<string, Pace>>;
  post(frame: WalkRunFrame): void;
}

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
  const { host, post } = room;
  const { run } = control;
  const kind = kindOf(settings);
  let backend = await host.current();
  control.prepared();
  const walkRun = createWalkRun(settings, () => backend.maxTensorBytes);
  let prepared: OpenBackend | null = null;
  let last: WalkFrame | null = null;

  async function prepare(): Promise<void> {
    await prepareWalk(settings);
    prepared = backend;
    post({ kind: 'started', run, backend: backend.ready.backend, device: backend.ready.device });
  }

  async function slice(): Promise<void> {
    if (prepared !== backend) await prepare();
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
        if (!(await host.isReplaced(backend, error))) throw error;
        backend = await host.current();
      }
    }
  } finally {
    putAway(walkRun.dispose);
    post({ kind: 'memory', run, ...backend.usage() });
  }
  if (last) post(last);
}
