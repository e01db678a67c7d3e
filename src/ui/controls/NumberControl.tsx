import { codecs } from '#experiment/codecs/codecs.ts';
import './controls.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { NumberField } from './NumberField.tsx';
import { type SliderKey, sliderOf } from './sliderOf.ts';
import { useHidden } from './useHidden.ts';
import { ValueSlider } from './ValueSlider.tsx';

/** Label, slider and field of a number in the parameter table. */
export function NumberControl({ name }: { name: SliderKey }) {
  const value = useExperiment()[name];
  const change = useChange();
  const isHidden = useHidden();
  const { label, help } = parameterText(name);
  const codec = codecs[name];
  const { scale, rounded, next } = sliderOf(name);
  if (isHidden(name)) return null;
  const set = (changed: number) => change({ [name]: changed });
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <ValueSlider
        label={label}
        value={value}
        text={codec.serialize(value)}
        scale={scale}
        next={next}
        onChange={(moved) => set(rounded(moved))}
      />
      <NumberField
        label={dictionary('page').asNumber(label)}
        text={codec.serialize(value)}
        codec={codec}
        onChange={set}
      />
    </div>
  );
}
