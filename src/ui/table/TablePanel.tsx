import { Popover } from 'radix-ui';
import { type RefObject, useEffect, useRef, useState } from 'react';
import '#ui/overlay/pop.css';
import './table.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { FigureTable } from '#run/figureTable.ts';
import { countText } from '#ui/text/countText.ts';
import { type ColumnWords, columnTexts, columnTitle } from './columnText.ts';
import { type ReadingTable, readingTable } from './readingTable.ts';

export interface TablePanelProps {
  /** What the figure is called. */
  readonly title: string;
  /** The figure's numbers at this moment; null before there are any. */
  readonly table: () => FigureTable | null;
  /** Words of columns that other figures do not have. */
  readonly columnWords: ColumnWords;
  /** The button that it was asked for by: beside it the panel stands, and it has the focus afterwards. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** A run goes on while its table is read. */
const everyMs = 500;

function readingOf(table: TablePanelProps['table']): ReadingTable | null {
  const numbers = table();
  return numbers && readingTable(numbers);
}

/** What a table says now, and twice a second again. */
function useReading(table: TablePanelProps['table']): ReadingTable | null {
  const [reading, setReading] = useState(() => readingOf(table));
  useEffect(() => {
    const timer = setInterval(() => setReading(readingOf(table)), everyMs);
    return () => clearInterval(timer);
  });
  return reading;
}

function Rows({
  title,
  columnWords,
  reading,
}: { reading: ReadingTable } & Pick<TablePanelProps, 'title' | 'columnWords'>) {
  const texts = reading.columns.map((_, column) =>
    columnTexts(reading.rows.flatMap((row) => row[column] ?? [])),
  );
  const [names = [], ...values] = texts;
  const [first, ...others] = reading.columns.map((column) => columnTitle(column, columnWords));
  return (
    <table>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; names may come twice.
          <tr key={row}>
            <th scope="row">{name}</th>
            {values.map((column, i) => (
              <td key={others[i]}>{column[row]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure's numbers before the eye: beside its menu, over the page, scrolled by arrows, closed by Escape. */
export function TablePanel({ title, table, columnWords, anchor, onClose }: TablePanelProps) {
  const reading = useReading(table);
  const scroll = useRef<HTMLDivElement>(null);
  const isEmpty = !reading || reading.rows.length === 0;
  const shown = reading?.rows.length ?? 0;
  const isPart = reading !== null && (shown < reading.rowCount || reading.leftOut > 0);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          className="pop table-panel"
          aria-label={title}
          align="end"
          sideOffset={2}
          collisionPadding={12}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            scroll.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
        >
          <div className="table-head">
            <h2>{title}</h2>
            <Popover.Close>{dictionary('page').actions.close}</Popover.Close>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1). */}
          <section className="table-scroll" ref={scroll} tabIndex={0} aria-label={title}>
            {isEmpty ? (
              <p>{dictionary('saving').noData}</p>
            ) : (
              <Rows title={title} columnWords={columnWords} reading={reading} />
            )}
          </section>
          {isPart && (
            <p className="table-note">
              {dictionary('saving').part(countText(shown), countText(reading.rowCount), reading.leftOut)}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
