import type { ReactNode } from 'react';
import type { SweepName } from '#experiment/experiment.ts';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { NumberControl } from '#ui/controls/NumberControl.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { SamplerControl } from './SamplerControl.tsx';
import { SweptGainControl } from './SweptGainControl.tsx';
import { WidthsControl } from './WidthsControl.tsx';

const depth = <NumberControl key="depth" name="depth" />;
const width = <NumberControl key="width" name="width" />;
const f = <ChoiceControl key="f" name="f" />;
const gain = <SweptGainControl key="gain" />;
const walks = <NumberControl key="walks" name="walks" />;
const weights = <ChoiceControl key="weights" name="weights" />;
const sampler = <SamplerControl key="sampler" />;
const input = <NumberControl key="input" name="input" />;
const bias = <NumberControl key="bias" name="bias" />;

/** What each sweep depends on, the most wanted first. */
const controls: Readonly<Record<SweepName, readonly ReactNode[]>> = {
  gain: [depth, width, f, weights, walks, sampler, input, bias],
  width: [depth, f, weights, walks, sampler, input, bias],
  map: [f, gain, weights, walks, sampler, input, bias],
  budget: [<NumberControl key="budget" name="budget" />, f, gain, weights, walks, sampler, input, bias],
  mean: [depth, width, f, weights, walks, sampler],
  widths: [<WidthsControl key="widths" />, f, gain, <ChoiceControl key="scaling" name="scaling" />, walks],
  error: [
    depth,
    width,
    f,
    <ChoiceControl key="data" name="data" />,
    <ChoiceControl key="task" name="task" />,
    <NumberControl key="rate" name="rate" />,
    <ChoiceControl key="optimizer" name="optimizer" />,
    <NumberControl key="steps" name="steps" />,
    <NumberControl key="batch" name="batch" />,
  ],
};

/** The sweep, and what it depends on. */
export function ScaleControls() {
  const { sweep } = useExperiment();
  return (
    <div className="control-column">
      <ChoiceControl name="sweep" />
      {controls[sweep]}
    </div>
  );
}

/** The two that matter most, within a thumb's reach. */
export function ScaleMainControls() {
  const { sweep } = useExperiment();
  return (
    <>
      <ChoiceControl name="sweep" />
      {controls[sweep].slice(0, 1)}
    </>
  );
}
