import { codecs } from '#experiment/codecs/codecs.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import { useExperiment, useWalkState } from '#ui/page/PageContext.ts';
import type { SliderKey } from './sliderOf.ts';

/** Where the slider of a learning rate stands that is still to be found. */
const unfoundRate = 0.01;

/** A parameter's number as its slider shows it, and in words: a learning rate of `auto` is what the run found. */
export function useSliderValue(name: SliderKey): { readonly value: number; readonly text: string } {
  const experiment = useExperiment();
  const found = useWalkState((state) => state.foundRate);
  const chosen: Experiment[SliderKey] = experiment[name];
  if (typeof chosen === 'number')
    return { value: chosen, text: writtenNumber(codecs[name].serialize(chosen as never)) };
  // A sweep trains every point at a rate of its own.
  if (found === null || engineOf(experiment) !== 'train') return { value: unfoundRate, text: chosen };
  return { value: found, text: writtenNumber(codecs.rate.serialize(found)) };
}
