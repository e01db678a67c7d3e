import type { ComponentType } from 'react';
import type { ParameterKey, SweepName } from '#experiment/experiment.ts';
import { sweepDefinition } from '#run/sweeps/definitions/sweepDefinition.ts';
import { ChoiceControl, isChoiceKey } from '#ui/controls/ChoiceControl.tsx';
import { NumberControl } from '#ui/controls/NumberControl.tsx';
import { SwitchControl } from '#ui/controls/SwitchControl.tsx';
import { isSliderKey } from '#ui/controls/sliderOf.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { SamplerControl } from './SamplerControl.tsx';
import { SweptGainControl } from './SweptGainControl.tsx';
import { WidthsControl } from './WidthsControl.tsx';

const TiedControl = () => <SwitchControl name="tied" />;

/** Parameters of the scale view that have controls of their own. */
const special: Partial<Readonly<Record<ParameterKey, ComponentType>>> = {
  gain: SweptGainControl,
  sampler: SamplerControl,
  tied: TiedControl,
  widths: WidthsControl,
};

/** The control of a parameter, as its kind wants it. */
function Control({ name }: { readonly name: ParameterKey }) {
  const Special = special[name];
  if (Special) return <Special />;
  if (isSliderKey(name)) return <NumberControl name={name} />;
  return isChoiceKey(name) ? <ChoiceControl name={name} /> : null;
}

const controlsOf = (sweep: SweepName) =>
  sweepDefinition(sweep).controls.map((name) => <Control key={name} name={name} />);

/** The sweep, and what it depends on. */
export function ScaleControls() {
  const { sweep } = useExperiment();
  return (
    <div className="control-column">
      <ChoiceControl name="sweep" />
      {controlsOf(sweep)}
    </div>
  );
}

/** The two that matter most, within a thumb's reach. */
export function ScaleMainControls() {
  const { sweep } = useExperiment();
  return (
    <>
      <ChoiceControl name="sweep" />
      {controlsOf(sweep).slice(0, 1)}
    </>
  );
}
