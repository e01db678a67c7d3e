import { codecs } from '#experiment/codecs/codecs.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';

/** Widths of one's own, typed as `784-512-64-10`. */
export function WidthsControl() {
  const { widths } = useExperiment();
  const change = useChange();
  const isHidden = useHidden();
  if (isHidden('widths')) return null;
  const codec = codecs.widths;
  const { label, help } = parameterText('widths');
  return (
    <div className="control is-widths">
      <Help word={label}>{help}</Help>
      <NumberField
        label={label}
        text={codec.serialize(widths)}
        codec={codec}
        onChange={(typed) => change({ widths: typed })}
      />
    </div>
  );
}
