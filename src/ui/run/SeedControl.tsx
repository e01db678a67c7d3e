import { codecs } from '#experiment/codecs/codecs.ts';
import { largestSeed } from '#experiment/schema/networkRows.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { parameterText } from '#ui/text/parameterText.ts';
import { pageWords } from '#ui/text/words.ts';

const { label, help } = parameterText('seed');
const codec = codecs.seed;

/** The seed as a number, and a button for another one. */
export function SeedControl() {
  const { seed } = useExperiment();
  const change = useChange();
  const isHidden = useHidden();
  if (isHidden('seed')) return null;
  return (
    <div className="seed">
      <Help word={label}>{help}</Help>
      <NumberField
        label={pageWords.asNumber(label)}
        text={codec.serialize(seed)}
        codec={codec}
        onChange={(typed) => change({ seed: typed })}
      />
      <button type="button" onClick={() => change({ seed: seed === largestSeed ? 0 : seed + 1 })}>
        {pageWords.actions.newSeed}
      </button>
    </div>
  );
}
