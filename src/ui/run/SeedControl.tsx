import { codecs } from '#experiment/codecs/codecs.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { largestSeed } from '#experiment/schema/networkRows.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';

const codec = codecs.seed;

/** The seed as a number, and a button for another one. */
export function SeedControl() {
  const { seed } = useExperiment();
  const change = useChange();
  const isHidden = useHidden();
  const { label, help } = parameterText('seed');
  if (isHidden('seed')) return null;
  return (
    <div className="seed">
      <Help word={label}>{help}</Help>
      <NumberField
        label={dictionary('page').asNumber(label)}
        text={codec.serialize(seed)}
        codec={codec}
        onChange={(typed) => change({ seed: typed })}
      />
      <button type="button" onClick={() => change({ seed: seed === largestSeed ? 0 : seed + 1 })}>
        {dictionary('page').actions.newSeed}
      </button>
    </div>
  );
}
