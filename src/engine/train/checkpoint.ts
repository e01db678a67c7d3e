import type { BackendFault } from '#engine/device/protocol.ts';
import type { TrainState } from './network.ts';
import type { RateMemory } from './rate/rateMemory.ts';
import type { Way } from './way.ts';

/** Where a run can be taken up again, at most some seconds behind it. */
export interface Checkpoint {
  /** Steps done. */
  readonly step: number;
  readonly state: TrainState;
  readonly rate: RateMemory;
  readonly elapsedMs: number;
  readonly scriptMs: number;
}

/** Why a run had to be taken up again: its device went away, or its way to train failed. */
export type Interruption =
  | { readonly because: 'device'; readonly fault: BackendFault }
  | { readonly because: 'way'; readonly way: Way; readonly detail: string };
