import { scalingNames } from '#engine/walk/protocol.ts';
import { choiceCodec } from '#experiment/codecs/choiceCodec.ts';
import { integerCodec } from '#experiment/codecs/integerCodec.ts';
import { widthsCodec } from '#experiment/codecs/widthsCodec.ts';
import { sweepNames } from './experiment.ts';
import type { ParameterRows } from './parameter.ts';

/** The scale view. */
export const scaleParameters: ParameterRows<'sweep' | 'widths' | 'scaling' | 'budget'> = {
  sweep: {
    label: 'sweep',
    unit: '',
    default: 'gain',
    codec: choiceCodec(sweepNames),
    help: 'Which question the scale view asks: a list of experiments, measured one after another.',
  },
  widths: {
    label: 'own widths',
    unit: '',
    default: [784, 512, 64, 512, 10],
    codec: widthsCodec,
    help: 'The widths of a network of your own, layer by layer, for the sweep of that name.',
  },
  scaling: {
    label: 'scaling',
    unit: '',
    default: 'fanin',
    codec: choiceCodec(scalingNames),
    help: 'Whether the weights of your own widths are scaled by the width a layer receives from (fan-in) or sends to (fan-out).',
  },
  budget: {
    label: 'parameters',
    unit: '',
    default: 1_000_000,
    codec: integerCodec(1000, 1_000_000_000),
    help: 'P, how many weights the budget sweep spends on depth or width: P is depth times width squared.',
  },
};
