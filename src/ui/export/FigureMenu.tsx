import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { FigureTable } from '#run/figureTable.ts';
import { currentHash } from '#run/linkSync.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import type { ColumnWords } from '#ui/table/columnText.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { type ExportFormat, exportFigure, fileNameOf } from './exportFigure.ts';
import { saveIcon, saveNames } from './SaveButton.tsx';
import { saveFile } from './saveFile.ts';

export interface FigureMenuProps {
  /** Stem of the file's name. */
  readonly name: string;
  /** What the figure is called in a sentence: `the walk`. */
  readonly title: string;
  /** The figure's numbers at this moment, for a file; null before there are any. */
  readonly table: () => FigureTable | null;
  /** The same to be read on the page, where that is another table. */
  readonly reading?: () => FigureTable | null;
  /** What columns are called that other figures do not have. */
  readonly columnWords?: () => ColumnWords;
  /** What is on the figure's canvas, as SVG. Without it a canvas is saved as an image. */
  readonly vector?: () => SVGGElement | null;
}

const formats: readonly ExportFormat[] = ['svg', 'png', 'csv', 'json'];

const TablePanel = lazyPart('table', () =>
  import('#ui/table/TablePanel.tsx').then(({ TablePanel }) => TablePanel),
);

/**
 * The quiet menu in a figure's corner that shows its numbers and saves it; open at first, as it was asked for. Any
 * `<figure>` that holds one can be read and saved.
 */
export function FigureMenu({ name, title, table, reading = table, columnWords, vector }: FigureMenuProps) {
  const { store } = usePage();
  const { palette } = usePageStyle();
  const trigger = useRef<HTMLButtonElement>(null);
  const isHidden = useHidden();
  const [isReading, setReading] = useState(false);
  const [complaint, setComplaint] = useState('');

  const closeTable = () => setReading(false);

  async function save(format: ExportFormat): Promise<void> {
    const element = trigger.current?.closest<HTMLElement>('figure');
    const numbers = table();
    if (!element) return;
    if (!numbers) {
      setComplaint(dictionary('saving').noData);
      return;
    }
    const figure = {
      name,
      title,
      element,
      vector: vector?.() ?? null,
      table: numbers,
      paper: palette.paper,
      link: new URL(currentHash(store), location.href).href,
      experiment: store.getState().experiment,
    };
    const file = fileNameOf(figure, format);
    try {
      saveFile(file, await exportFigure(format, figure));
      setComplaint('');
    } catch (error) {
      setComplaint(dictionary('saving').failed(file, String(error)));
    }
  }

  return (
    <div className="figure-menu">
      <DropdownMenu.Root modal={false} defaultOpen>
        <DropdownMenu.Trigger ref={trigger} {...saveNames(title)}>
          {saveIcon}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="pop export-menu" align="end" sideOffset={2} collisionPadding={8}>
            {!isHidden('table') && (
              <DropdownMenu.Item onSelect={() => setReading(true)}>
                {dictionary('saving').table}
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Label>{dictionary('saving').title(title)}</DropdownMenu.Label>
            {formats.map((format) => (
              <DropdownMenu.Item key={format} onSelect={() => save(format)}>
                {dictionary('saving').formats[format]}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isReading && (
        <TablePanel
          title={title}
          table={reading}
          columnWords={columnWords?.() ?? {}}
          anchor={trigger}
          onClose={closeTable}
          waiting={null}
          giveUp={closeTable}
        />
      )}
      {complaint !== '' && (
        <p className="complaint" role="status">
          {complaint}
        </p>
      )}
    </div>
  );
}
