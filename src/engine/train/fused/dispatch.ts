import type { TrainKernel } from '#engine/kernels/trainStep/trainPipelines.ts';

/** One dispatch of a kernel. */
export interface Command {
  readonly kernel: TrainKernel;
  readonly groups: readonly [x: number, y: number];
  readonly firstLayer: number;
  readonly layers: number;
  /** Products of weights and signals it makes. */
  readonly products: number;
}

/** What the optimiser is told in one step. */
export interface UpdateConstants {
  readonly rate: number;
  /** Share of the first moment that is kept. */
  readonly momentum: number;
  /** Adam's bias corrections: 1 minus the product of all shares kept so far. */
  readonly firstCorrection: number;
  readonly secondCorrection: number;
}

/** A command with the step slot and the constants it runs with. */
export interface Dispatch {
  readonly command: Command;
  readonly slot: number;
  readonly count: number;
  readonly update: UpdateConstants | null;
}
