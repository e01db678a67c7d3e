import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { measuredText, percentText } from '#plots/numberText.ts';
import type { Measured } from '#run/compare/comparison.ts';
import { comparedWalk, type WalkColumn, walkColumns } from '#run/walk/comparedWalks.ts';
import { usePage, useShown } from '#ui/page/PageContext.ts';
import { ComparePanel } from './ComparePanel.tsx';
import { pinName } from './pinName.ts';
import { usePinnedWalks } from './usePinned.ts';

const words = () => dictionary('compare');

const cellText = (name: WalkColumn, { value, error }: Measured) =>
  name === 'within' || name === 'dead' ? percentText(value) : measuredText(value, error ?? Number.NaN);

/** The walks of an experiment beside those of others. */
export function WalkComparison() {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const pinned = usePinnedWalks();
  const rows = [
    comparedWalk({ pin: null, name: words().here, experiment, record: walk.live.getState() }, found),
    ...pinned.map((one) => comparedWalk({ ...one, name: pinName(one.pin, experiment, found) }, found)),
  ];
  return (
    <ComparePanel
      comparison={{ rows, columns: walkColumns, unit: 'walks', text: cellText, titles: words().columns }}
      help={words().freeHelp}
    />
  );
}
