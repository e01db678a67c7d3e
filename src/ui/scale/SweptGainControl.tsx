import { ToggleGroup } from 'radix-ui';
import { codecs } from '#experiment/codecs/codecs.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import { gainNames } from '#theory/namedGain.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';

/** The gain of a sweep over widths: a number for all points, or a rule that every point follows for its own width. */
export function SweptGainControl() {
  const { gain } = useExperiment();
  const change = useChange();
  const isHidden = useHidden();
  const { label, help } = parameterText('gain');
  if (isHidden('gain')) return null;
  return (
    <>
      <div className="control">
        <Help word={label}>
          {help} {dictionary('page').gainHelp.auto}
        </Help>
        <span />
        <NumberField
          label={dictionary('page').asNumber(label)}
          text={typeof gain === 'number' ? writtenNumber(gain) : dictionary('page').choices.gain[gain]}
          codec={codecs.gain}
          onChange={(typed) => change({ gain: typed })}
        />
      </div>
      <ToggleGroup.Root
        className="gain-names"
        type="single"
        aria-label={label}
        value={typeof gain === 'string' ? gain : ''}
        onValueChange={(name) => {
          const parsed = codecs.gain.parse(name);
          if (parsed.kind === 'read') change({ gain: parsed.value });
        }}
      >
        {gainNames.map((name) => (
          <ToggleGroup.Item key={name} value={name} title={dictionary('page').gainHelp[name]}>
            {dictionary('page').choices.gain[name]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </>
  );
}
