import { ToggleGroup } from 'radix-ui';
import { codecs } from '#experiment/codecs/codecs.ts';
import { gainNames } from '#theory/namedGain.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { parameterText } from '#ui/text/parameterText.ts';
import { pageWords } from '#ui/text/words.ts';

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
          {help} {pageWords.gainHelp.auto}
        </Help>
        <span />
        <NumberField
          label={pageWords.asNumber(label)}
          text={typeof gain === 'number' ? String(gain) : pageWords.choices.gain[gain]}
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
          <ToggleGroup.Item key={name} value={name} title={pageWords.gainHelp[name]}>
            {pageWords.choices.gain[name]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </>
  );
}
