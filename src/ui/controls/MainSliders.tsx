import { GainSlider } from '#ui/controls/gain/GainControl.tsx';
import { NumberControl } from './NumberControl.tsx';

/** The three sliders that matter most, within a thumb's reach. */
export function MainSliders() {
  return (
    <>
      <NumberControl name="depth" />
      <NumberControl name="width" />
      <GainSlider />
    </>
  );
}
