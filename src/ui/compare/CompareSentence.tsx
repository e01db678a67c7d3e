import './compare.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { factorText } from '#plots/numberText.ts';
import { typicalLogFactor } from '#run/compare/comparison.ts';
import { usePage, useShown } from '#ui/page/PageContext.ts';
import { pinName } from './pinName.ts';
import { pinStyle } from './pinStyle.ts';
import { usePinned } from './usePinned.ts';

const words = () => dictionary('compare');

/** Below the sentence: what is typical here, and of each experiment that is compared with, as measured so far. */
export function CompareSentence() {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const pinned = usePinned();
  const here = typicalLogFactor({ experiment, record: walk.live.getState() });
  const others = pinned.flatMap(({ pin, ...one }, i) => {
    const factor = typicalLogFactor(one);
    const name = pinName(pin, experiment, found);
    return factor === null
      ? []
      : [{ pin, text: words().typicallyThan(factorText(factor), name), ...pinStyle(i) }];
  });
  return (
    <p className="compare-sentence">
      {here !== null && others.length > 0 && (
        <>
          {`${words().typically} ${words().typicallyHere(factorText(here))}`}
          {others.map(({ pin, text, color }) => (
            <span key={pin}>
              {', '}
              <span style={{ color: `var(--${color})` }}>{text}</span>
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}
