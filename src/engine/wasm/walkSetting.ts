import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { generatorNames } from '#engine/random/generator.ts';
import { streamKey } from '#engine/random/streams.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { normNames } from '#theory/norm.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { writeFields } from './writeFields.ts';

/** Where a batch's state lies in the memory (`WalkState`), and where what comes out is to lie. */
export interface WalkAddresses {
  readonly preActivations: number;
  readonly logScales: number;
  readonly vectors: number;
  readonly increments: number;
}

/** Writes a slice as `WalkSetting` of assembly/walk/setting.ts has it. */
export function writeWalkSetting(
  view: DataView,
  at: number,
  slice: WalkSlice,
  addresses: WalkAddresses,
): void {
  const { seed } = slice;
  writeFields(view, at, {
    words: [
      slice.width,
      slice.depth,
      slice.direction === 'backward' ? 1 : 0,
      slice.firstWalk,
      slice.batch,
      slice.sharedNetwork ? 1 : 0,
      slice.keepsPreActivations ? 1 : 0,
      slice.firstStep,
      slice.steps,
      slice.tied,
      generatorNames.indexOf(slice.generator),
      weightLawNames.indexOf(slice.weights),
      nonlinearityNames.indexOf(slice.nonlinearity),
      normNames.indexOf(slice.norm),
      streamKey(seed, 'weights'),
      streamKey(seed, 'inputs'),
      streamKey(seed, 'deltas'),
      streamKey(seed, 'biases'),
      streamKey(seed, 'signs'),
    ],
    floats: [slice.gain, Math.log(slice.inputScale), slice.biasDeviation, slice.residual],
    addresses: [addresses.preActivations, addresses.logScales, addresses.vectors, addresses.increments],
  });
}
