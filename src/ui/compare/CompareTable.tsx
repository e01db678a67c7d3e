import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { pinnedExperiment } from '#experiment/pins/pins.ts';
import { version } from '#experiment/version.ts';
import { csvText } from '#plots/csvText.ts';
import {
  type ComparedRow,
  comparisonTable,
  type Measured,
  type Order,
  ordered,
} from '#run/compare/comparison.ts';
import { swapped, withoutPin } from '#run/compare/pinning.ts';
import { saveFile } from '#ui/export/saveFile.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { countText } from '#ui/text/countText.ts';
import { pinStyle } from './pinStyle.ts';

const words = () => dictionary('compare');
const none = () => dictionary('page').facts.none;

/** What is set side by side: the page's experiment, and each that is compared with, in the order of the link. */
export interface Comparison<Fact extends string> {
  readonly rows: readonly ComparedRow<Fact>[];
  readonly columns: readonly Fact[];
  /** What is counted as done. */
  readonly unit: 'walks' | 'steps';
  readonly text: (fact: Fact, measured: Measured) => string;
  readonly titles: Readonly<Record<Fact, string>>;
}

/** A swatch of a pin's line; the page's own run has the colour of what is measured. */
function Swatch({ index }: { index: number | null }) {
  const { color, dash } = index === null ? { color: 'measured', dash: 'none' } : pinStyle(index);
  return (
    <svg className="swatch" viewBox="0 0 30 8" aria-hidden="true">
      <path d="M0 4H30" stroke={`var(--${color})`} strokeDasharray={dash} />
    </svg>
  );
}

interface HeadProps<Fact extends string> {
  readonly name: Fact | 'done';
  readonly title: string;
  readonly order: Order<Fact>;
  readonly onSort: (by: Fact | 'done') => void;
}

/** A column's title, which sorts by it. */
function Head<Fact extends string>({ name, title, order, onSort }: HeadProps<Fact>) {
  const isSorted = order.by === name;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button type="button" title={words().sortBy(title)} onClick={() => onSort(name)}>
        {title}
        <span aria-hidden="true">{isSorted ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

/** Opens what is compared with, or removes it. */
function PinButtons({ pin, name }: { pin: string; name: string }) {
  const present = useExperiment();
  const change = useChange();
  return (
    <>
      <button
        type="button"
        aria-label={words().openHelp(name)}
        title={words().openHelp(name)}
        onClick={() => change(swapped(present, pin))}
      >
        {words().open}
      </button>
      <button
        type="button"
        aria-label={words().removeHelp(name)}
        title={words().removeHelp(name)}
        onClick={() => change(withoutPin(present, pin))}
      >
        {words().remove}
      </button>
    </>
  );
}

/** Settings and outcomes side by side: sorted by a column, saved, opened, removed one by one. */
export function CompareTable<Fact extends string>({ rows, columns, unit, text, titles }: Comparison<Fact>) {
  const present = useExperiment();
  const [order, setOrder] = useState<Order<Fact>>({ by: null, isDescending: true });
  const places = rows.map(({ pin }) => pin);

  function sortBy(by: Fact | 'done'): void {
    setOrder((before) => ({ by, isDescending: before.by === by ? !before.isDescending : true }));
  }

  function save(): void {
    const links = rows.map(({ pin }) => {
      const of = pin === null ? present : pinnedExperiment(pin, present);
      return new URL(`#${formatLink({ ...of, pins: [] })}`, location.href).href;
    });
    const table = comparisonTable(rows, columns, unit, links);
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
            {columns.map((name) => (
              <Head key={name} name={name} title={titles[name]} order={order} onSort={sortBy} />
            ))}
            <Head name="done" title={words().columns[unit]} order={order} onSort={sortBy} />
            <td />
          </tr>
        </thead>
        <tbody>
          {ordered(rows, order).map(({ pin, name, facts, done, ofAll }) => (
            <tr key={pin ?? 'here'}>
              <th scope="row">
                <Swatch index={pin === null ? null : places.indexOf(pin) - 1} />
                {name}
              </th>
              {columns.map((fact) => (
                <td key={fact}>{facts[fact] ? text(fact, facts[fact]) : none()}</td>
              ))}
              <td>{done === ofAll ? countText(done) : words().of(countText(done), countText(ofAll))}</td>
              <td className="compare-actions">{pin !== null && <PinButtons pin={pin} name={name} />}</td>
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
