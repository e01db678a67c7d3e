import { arrayColumn, type FigureTable, figureTable } from './figureTable.ts';
import type { InsightRecord } from './insight.ts';

/** What a look found as a table: the mean over networks and their standard deviation, a row a layer (alignment) or an axis (stretch). */
export function insightTable({ found }: InsightRecord): FigureTable | null {
  if (!found) return null;
  const lines =
    found.kind === 'alignment'
      ? { activation: found.activation, gradient: found.gradient }
      : { gaussian: found.gaussian, orthogonal: found.orthogonal };
  const [first, from] = found.kind === 'alignment' ? (['layer', 0] as const) : (['axis', 1] as const);
  const length = Object.values(lines)[0]?.mean.length ?? 0;
  return figureTable(length, [
    [first, (row) => row + from],
    ...Object.entries(lines).flatMap(([name, { mean, deviation }]) => [
      arrayColumn(name, mean),
      arrayColumn(`${name}Deviation`, deviation),
    ]),
  ]);
}
