import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText } from '#plots/numberText.ts';
import { sweepProgress } from '#run/sweeps/sweepProgress.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useSweep, useSweepRecord } from './SweepContext.ts';
import { columnWords } from './sweepWords.ts';

const words = () => dictionary('scale').table;

const cellText = (value: number | null) => (value === null ? words().none : numberText(value, 5));

/** The sweep's numbers, for whoever reads them by ear; filled in when a point is finished. */
export function SweepTable() {
  const { record } = useSweep();
  const plan = useSweepRecord((record) => record.plan);
  useSweepRecord((record) => sweepProgress(record).pointsDone);
  const isHidden = useHidden();
  if (isHidden('table')) return null;
  const { columns, rows } = plan.table(record().measured);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words().caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnWords()[column] ?? column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 2).join()}>
              {row.map((value, i) => (
                <td key={columns[i]}>{cellText(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
