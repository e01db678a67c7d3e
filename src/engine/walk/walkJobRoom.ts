import type { BackendHost } from '#engine/device/backendHost.ts';
import type { OpenBackend } from '#engine/device/rung.ts';
import type { Pace } from './pace.ts';
import type { RaceTime, WalkRunFrame } from './protocol.ts';

/** What the jobs of the walk engine share. */
export interface WalkJobRoom {
  readonly host: BackendHost<OpenBackend>;
  /** The speed of a backend by kind of work, measured as it works. */
  readonly paces: WeakMap<OpenBackend, Map<string, Pace>>;
  /** What races brought, by the name of what was walked; of the backend that was open then. */
  readonly races: WeakMap<OpenBackend, Map<string, readonly RaceTime[]>>;
  post(frame: WalkRunFrame): void;
}
