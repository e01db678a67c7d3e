import type { BackendFault } from '#engine/device/protocol.ts';
import type { NetworkWeights } from './network.ts';
import type { Way } from './way.ts';

/** A network on its way, as any of the ways to train can take it up. */
export interface TrainState {
  readonly weights: NetworkWeights;
  /** The optimiser's moments in the shape of the weights: none (sgd), the velocity (momentum), mean and square (adam). */
  readonly moments: readonly NetworkWeights[];
  /** Updates made so far, from which Adam's bias corrections follow. */
  readonly updates: number;
}

/** Where a run can be taken up again, at most some seconds behind it. */
export interface Checkpoint {
  /** Steps done. */
  readonly step: number;
  readonly state: TrainState;
  readonly elapsedMs: number;
  readonly scriptMs: number;
}

/** Why a run had to be taken up again: its device went away, or its way to train failed. */
export type Interruption =
  | { readonly because: 'device'; readonly fault: BackendFault }
  | { readonly because: 'way'; readonly way: Way; readonly detail: string };
