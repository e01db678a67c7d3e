import { codecs } from '#experiment/codecs/codecs.ts';
import './controls.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange } from '#ui/page/PageContext.ts';
import { NumberField } from './NumberField.tsx';
import { type SliderKey, sliderOf } from './sliderOf.ts';
import { useHidden } from './useHidden.ts';
import { useSliderValue } from './useSliderValue.ts';
import { ValueSlider } from './ValueSlider.tsx';

/** Label, slider and field of a number in the parameter table. */
export function NumberControl({ name }: { name: SliderKey }) {
  const { value, text } = useSliderValue(name);
  const change = useChange();
  const isHidden = useHidden();
  const { label, help } = parameterText(name);
  const codec = codecs[name];
  const { scale, rounded, next } = sliderOf(name);
  if (isHidden(name)) return null;
  const set = (changed: Experiment[SliderKey]) => change({ [name]: changed });
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <ValueSlider
        label={label}
        value={value}
        text={text}
        scale={scale}
        next={next}
        onChange={(moved) => set(rounded(moved))}
      />
      <NumberField label={dictionary('page').asNumber(label)} text={text} codec={codec} onChange={set} />
    </div>
  );
}
