import { drawsGradientAlone, type FreeSlice, freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import { generatorNames } from '#engine/random/generator.ts';
import { streamKey } from '#engine/random/streams.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { normNames } from '#theory/norm.ts';
import { writeFields } from './writeFields.ts';

/** Where a batch lies in the memory, and where what comes out is to lie. */
export interface FreeAddresses {
  readonly layers: number;
  readonly carried: number;
  readonly kept: number;
  readonly increments: number;
}

/** Ways in which layers are drawn, in the order of the kernel's numbers. */
const freeWays = ['groups', 'units', 'vectors'] as const;

/** Writes a slice as `FreeSetting` of assembly/free/setting.ts has it. */
export function writeFreeSetting(
  view: DataView,
  at: number,
  slice: FreeSlice,
  addresses: FreeAddresses,
): void {
  const { seed } = slice;
  writeFields(view, at, {
    words: [
      slice.depth,
      slice.direction === 'backward' ? 1 : 0,
      slice.firstWalk,
      slice.batch,
      slice.firstStep,
      slice.steps,
      slice.needsGradient ? 1 : 0,
      drawsGradientAlone(slice) ? 1 : 0,
      slice.weights === 'orthogonal' ? 1 : 0,
      freeWays.indexOf(freeWay(slice)),
      generatorNames.indexOf(slice.generator),
      nonlinearityNames.indexOf(slice.nonlinearity),
      normNames.indexOf(slice.norm),
      streamKey(seed, 'freeForward'),
      streamKey(seed, 'freeBackward'),
      streamKey(seed, 'inputs'),
      streamKey(seed, 'deltas'),
      streamKey(seed, 'biases'),
      streamKey(seed, 'signs'),
    ],
    floats: [Math.log(slice.inputScale), slice.biasDeviation, slice.residual],
    addresses: [addresses.layers, addresses.carried, addresses.kept, addresses.increments],
  });
}
