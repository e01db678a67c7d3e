import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { shortText } from '#plots/numberText.ts';
import { seriesPoints } from '#run/questions/points.ts';
import type { FindingFigureProps } from './FindingFigureView.tsx';
import { seriesText, valueText } from './findingPlot.ts';

/** The figure's numbers, for whoever reads them by ear: a row a place, a column a curve. */
export function FindingTable({ question, figure, points }: Omit<FindingFigureProps, 'data'>) {
  const { axes, none } = dictionary('findings');
  const places = [...new Set(points.map(({ x }) => x))];
  const series = figure.series.filter((name) => seriesPoints(points, name).length > 0);
  const at = (name: string, x: number) => points.find((point) => point.series === name && point.x === x);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{dictionary('findingTexts')[question].figures[figure.name]}</caption>
        <thead>
          <tr>
            <th scope="col">{axes[figure.x]}</th>
            {series.map((name) => (
              <th key={name} scope="col">
                {seriesText(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((x) => (
            <tr key={x}>
              <th scope="row">{shortText(x, 4)}</th>
              {series.map((name) => {
                const point = at(name, x);
                return <td key={name}>{point ? valueText(figure, point.mean, point.error) : none}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
