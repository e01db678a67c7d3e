import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { walkVector } from '#plots/walkVector.ts';
import type { FigureTable } from '#run/figureTable.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { endTable, gainTable, varianceTable, walkTable } from '#run/walk/walkTables.ts';
import { gainSliderScale } from '#ui/controls/gain/gainSlider.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { endBars } from '#ui/table/endBars.ts';
import { FigureMenu } from './FigureMenu.tsx';
import type { WalkFigureName, WalkMenuProps } from './walkMenuProps.ts';

/** The gains whose drift the saved table lists, evenly along the slider. */
const gainCount = 49;

function gainsOf(experiment: Experiment, found: FoundGains): number[] {
  const { value } = gainSliderScale(namedGains(experiment, found).auto.value);
  return Array.from({ length: gainCount }, (_, i) => value(i / (gainCount - 1)));
}

const tables: Readonly<
  Record<WalkFigureName, (e: Experiment, f: FoundGains, r: WalkRecord | null) => FigureTable>
> = {
  walk: walkTable,
  variance: varianceTable,
  end: endTable,
  gain: (experiment: Experiment, found: FoundGains) =>
    gainTable(experiment, found, gainsOf(experiment, found)),
};

/** The tables that one reads, where they are not those of the files. */
const readings: Partial<typeof tables> = { end: endBars };

/** The menu that saves a figure of the walk. */
export function WalkMenu({ figure, drawn }: WalkMenuProps) {
  const { store, walk } = usePage();
  const numbers = (table: (typeof tables)[WalkFigureName]) => {
    const { experiment, foundGains } = store.getState();
    return table(experiment, foundGains, walk.live.getState());
  };
  return (
    <FigureMenu
      name={figure}
      title={dictionary('saving').figures[figure]}
      table={() => numbers(tables[figure])}
      reading={() => numbers(readings[figure] ?? tables[figure])}
      vector={() => {
        const frames = drawn?.() ?? [];
        if (frames.length === 0) return null;
        const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
        group.append(...frames.map(walkVector));
        return group;
      }}
    />
  );
}
