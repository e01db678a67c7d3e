/** Where a run stands. */
export type RunState =
  /** Nothing runs yet: `run=0`, or nothing was asked for. */
  | { readonly status: 'waiting' }
  | { readonly status: 'running' }
  | { readonly status: 'paused' }
  | { readonly status: 'done' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

/** Whether there is work: under way, or held. */
export const isGoing = ({ status }: RunState) => status === 'running' || status === 'paused';

/** Whether a run has ended, with results or without. */
export const isEnded = ({ status }: RunState) =>
  status === 'done' || status === 'cancelled' || status === 'failed';

export const waiting: RunState = { status: 'waiting' };
export const cancelled: RunState = { status: 'cancelled' };
