import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { factorText } from '#plots/numberText.ts';
import { typicalLogFactor } from '#run/walk/comparedWalks.ts';
import { usePage, useShown } from '#ui/page/PageContext.ts';
import { CompareSentence } from './CompareSentence.tsx';
import { pinName } from './pinName.ts';
import { usePinnedWalks } from './usePinned.ts';

const words = () => dictionary('compare');

/** What is typical of the walks here, and of each experiment that is compared with, as measured so far. */
export function WalkCompareSentence() {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const here = typicalLogFactor({ experiment, record: walk.live.getState() });
  const others = usePinnedWalks().map(({ pin, ...one }) => {
    const factor = typicalLogFactor(one);
    const name = pinName(pin, experiment, found);
    return { pin, text: factor === null ? null : words().than(factorText(factor), name) };
  });
  const lead = here === null ? null : `${words().typically} ${words().hereIs(factorText(here))}`;
  return <CompareSentence here={lead} others={others} />;
}
