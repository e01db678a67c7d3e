import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { version } from '#experiment/version.ts';
import { csvText } from '#plots/csvText.ts';
import { measuredText, percentText } from '#plots/numberText.ts';
import {
  type ComparedFact,
  type ComparedRow,
  comparedFacts,
  comparedRow,
  comparisonTable,
  type Order,
  ordered,
} from '#run/compare/comparison.ts';
import { swapped, withoutPin } from '#run/compare/pinning.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import { saveFile } from '#ui/export/saveFile.ts';
import { useChange, useExperiment, usePage, useShown } from '#ui/page/PageContext.ts';
import { countText } from '#ui/text/countText.ts';
import { pinName } from './pinName.ts';
import { pinStyle } from './pinStyle.ts';

const words = () => dictionary('compare');
const none = () => dictionary('page').facts.none;

function factText(name: ComparedFact, { facts }: ComparedRow): string {
  const fact = facts[name];
  if (!fact) return none();
  return name === 'within' || name === 'dead'
    ? percentText(fact.value)
    : measuredText(fact.value, fact.error);
}

const columns = [...comparedFacts, 'walks'] as const;

/** A swatch of a pin's line; the page's own walks have the colour of what is measured. */
function Swatch({ index }: { index: number | null }) {
  const { color, dash } = index === null ? { color: 'measured', dash: 'none' } : pinStyle(index);
  return (
    <svg className="swatch" viewBox="0 0 30 8" aria-hidden="true">
      <path d="M0 4H30" stroke={`var(--${color})`} strokeDasharray={dash} />
    </svg>
  );
}

/** Settings and outcomes side by side: sorted by a column, saved, opened, removed one by one. */
export function CompareTable({ pinned }: { pinned: readonly PinnedWalk[] }) {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const present = useExperiment();
  const change = useChange();
  const [order, setOrder] = useState<Order>({ by: null, isDescending: true });
  const rows = [
    comparedRow({ pin: null, name: words().here, experiment, record: walk.live.getState() }, found),
    ...pinned.map(({ pin, experiment: kept, record }) =>
      comparedRow({ pin, name: pinName(pin, experiment, found), experiment: kept, record }, found),
    ),
  ];
  const pins = pinned.map(({ pin }) => pin);

  function sortBy(by: Order['by']): void {
    setOrder((before) => ({ by, isDescending: before.by === by ? !before.isDescending : true }));
  }

  function save(): void {
    const links = rows.map(({ pin }, i) => {
      const of = pin === null ? experiment : pinned[i - 1]?.experiment;
      return of ? new URL(`#${formatLink({ ...of, pins: [] })}`, location.href).href : '';
    });
    const table = comparisonTable(rows, links);
    const comments = [`${dictionary('page').title} ${version}: ${words().caption}`, location.href];
    saveFile(
      'gradient-walk-comparison.csv',
      new Blob([csvText(comments, table.columns, table.rows)], { type: 'text/csv' }),
    );
  }

  return (
    <>
      <table className="compare-table">
        <caption className="visually-hidden">{words().caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words().columns.name}</th>
            {columns.map((name) => {
              const isSorted = order.by === name;
              const direction = order.isDescending ? 'descending' : 'ascending';
              return (
                <th key={name} scope="col" aria-sort={isSorted ? direction : 'none'}>
                  <button
                    type="button"
                    title={words().sortBy(words().columns[name])}
                    onClick={() => sortBy(name)}
                  >
                    {words().columns[name]}
                    <span aria-hidden="true">{isSorted ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              );
            })}
            <td />
          </tr>
        </thead>
        <tbody>
          {ordered(rows, order).map((row) => (
            <tr key={row.pin ?? 'here'}>
              <th scope="row">
                <Swatch index={row.pin === null ? null : pins.indexOf(row.pin)} />
                {row.name}
              </th>
              {comparedFacts.map((name) => (
                <td key={name}>{factText(name, row)}</td>
              ))}
              <td>
                {row.walks === row.ofWalks
                  ? countText(row.walks)
                  : words().of(countText(row.walks), countText(row.ofWalks))}
              </td>
              <td className="compare-actions">
                {row.pin !== null && (
                  <>
                    <button
                      type="button"
                      aria-label={words().openHelp(row.name)}
                      title={words().openHelp(row.name)}
                      onClick={() => change(swapped(present, row.pin ?? ''))}
                    >
                      {words().open}
                    </button>
                    <button
                      type="button"
                      aria-label={words().removeHelp(row.name)}
                      title={words().removeHelp(row.name)}
                      onClick={() => change(withoutPin(present, row.pin ?? ''))}
                    >
                      {words().remove}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" onClick={save}>
        {words().save}
      </button>
    </>
  );
}
