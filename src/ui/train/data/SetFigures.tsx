import { useEffect, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createExamplePlot } from '#plots/examplePlot.ts';
import { numberText } from '#plots/numberText.ts';
import { drawValues } from '#plots/valuePlot.ts';
import type { SetPreview } from '#run/train/ownPreview.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useElementSize } from '#ui/figures/useElementSize.ts';
import { countText } from '#ui/text/countText.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { classNameOf, sampleTable, valueTable } from './setTables.ts';

const words = () => dictionary('own');

/** Classes that are listed. */
const mostListed = 10;

/** How many samples every class has, a bar each. */
function ClassCounts({ set }: { set: SetPreview }) {
  const { classCounts } = set;
  const most = Math.max(1, ...classCounts);
  return (
    <figure>
      <figcaption>{words().classes}</figcaption>
      <ul className="class-counts">
        {classCounts.slice(0, mostListed).map((count, place) => (
          <li key={classNameOf(set, place)}>
            <span className="class-name">{classNameOf(set, place)}</span>
            <span className="class-rail" aria-hidden="true">
              <span className="class-bar" style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span className="class-count">{countText(count)}</span>
          </li>
        ))}
      </ul>
      {classCounts.length > mostListed && <p>{words().more(classCounts.length - mostListed)}</p>}
    </figure>
  );
}

function Values({ set }: { set: SetPreview }) {
  const svg = useRef<SVGSVGElement>(null);
  const size = useElementSize(svg);
  const style = usePageStyle();
  const { low, high, counts } = set.histogram;
  const [from, to] = [numberText(low, 3), numberText(high, 3)];
  useEffect(() => {
    if (svg.current && size.widthPx > 0)
      drawValues(svg.current, { ...size, style, counts, ends: [from, to] });
  }, [size, style, counts, from, to]);
  return (
    <figure>
      <figcaption>{words().values}</figcaption>
      <svg ref={svg} role="img" aria-label={words().valuesFrom(from, to)} />
      <SaveFigure
        name="own-values"
        title={words().figures.values}
        table={() => valueTable(set)}
        columnWords={() => words().columns}
      />
    </figure>
  );
}

function Samples({ set }: { set: SetPreview }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(canvas);
  const style = usePageStyle();
  useEffect(() => {
    if (!canvas.current || size.widthPx === 0) return;
    const { rows, columns, samples } = set;
    const examples = samples.map(({ label, values }) => ({
      picture: values,
      rows,
      columns,
      answer: null,
      label: classNameOf(set, label),
      isRight: true,
    }));
    createExamplePlot(canvas.current).draw({ ...size, style, examples });
  }, [size, style, set]);
  return (
    <figure className="own-samples">
      <figcaption>{words().samples}</figcaption>
      <canvas ref={canvas} role="img" aria-label={words().samples} />
      <SaveFigure name="own-samples" title={words().figures.samples} table={() => sampleTable(set)} />
    </figure>
  );
}

/** A set before it is trained on: its classes, its values, some of its samples. */
export function SetFigures({ set }: { set: SetPreview }) {
  return (
    <div className="own-figures">
      <ClassCounts set={set} />
      <Values set={set} />
      <Samples set={set} />
    </div>
  );
}
