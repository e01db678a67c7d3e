import { filledTable } from '#run/figureTable.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { useSweep } from '#ui/scale/SweepContext.ts';
import { columnWords } from '#ui/scale/sweepWords.ts';

interface SaveSweepProps {
  /** Tells a sweep's figures apart in their files' names. */
  readonly className: string;
  readonly label: string;
}

/** The menu that saves a figure of the scale view with the sweep's numbers. */
export function SaveSweep({ className, label }: SaveSweepProps) {
  const { record } = useSweep();
  const { sweep } = useExperiment();
  return (
    <SaveFigure
      name={`sweep-${sweep}-${className.replace('-figure', '')}`}
      title={label}
      table={() => {
        const { plan, measured } = record();
        const { columns, rows } = plan.table(measured);
        return filledTable(columns, rows);
      }}
      columnWords={columnWords}
    />
  );
}
