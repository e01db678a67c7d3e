import { useEffect, useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { figureSize } from '#plots/figureSize.ts';
import { createSeriesPlot, type SeriesPlot } from '#plots/seriesPlot.ts';
import { createInsight, type Insight, type InsightName } from '#run/insight.ts';
import { insightTable } from '#run/insightTable.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useElementSize } from '#ui/figures/useElementSize.ts';
import { usePage } from '#ui/page/PageContext.ts';
import type { ColumnWords } from '#ui/table/columnText.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import './insight.css';
import { InsightWords } from './InsightWords.tsx';
import { insightData } from './insightData.ts';

/** The lines' names stand at their ends. */
const margins = { left: 3.2, right: 11, top: 2, bottom: 2.8 };

/** A look at single networks, computed as long as it is mounted. */
export function InsightFigure({ name }: { name: InsightName }) {
  const { store } = usePage();
  const [insight, setInsight] = useState<Insight | null>(null);
  useEffect(() => {
    const made = createInsight(store, name);
    setInsight(made);
    return () => made.close();
  }, [store, name]);
  return insight && <Look name={name} insight={insight} />;
}

/** What the columns of a look's table are called. */
function columnWords(name: InsightName): ColumnWords {
  const { deviation } = dictionary('insight');
  const lines = (words: ColumnWords) =>
    Object.entries(words).flatMap(([line, title]) => [
      [line, title],
      [`${line}Deviation`, deviation(title)],
    ]);
  const { alignment, stretch } = dictionary('insight');
  return Object.fromEntries(
    name === 'alignment'
      ? [
          ['layer', alignment.layer],
          ...lines({ activation: alignment.activation, gradient: alignment.gradient }),
        ]
      : [['axis', stretch.layer], ...lines({ gaussian: stretch.gaussian, orthogonal: stretch.orthogonal })],
  );
}

function Look({ name, insight }: { name: InsightName; insight: Insight }) {
  const style = usePageStyle();
  const svg = useRef<SVGSVGElement>(null);
  const plot = useRef<SeriesPlot>(null);
  const { widthPx, heightPx } = useElementSize(svg);
  useEffect(() => {
    if (!svg.current || widthPx === 0) return undefined;
    plot.current ??= createSeriesPlot(svg.current);
    const size = figureSize({ widthPx, heightPx }, style, margins);
    const draw = () => plot.current?.draw(insightData(name, insight.record(), size, style));
    draw();
    return insight.subscribe(draw);
  }, [name, insight, style, widthPx, heightPx]);
  return (
    <div className="insight">
      <figure>
        <svg
          ref={svg}
          role="img"
          aria-label={`${dictionary('insight')[name].title}. ${dictionary('insight')[name].what}`}
        />
        <SaveFigure
          name={`insight-${name}`}
          title={dictionary('insight')[name].title}
          table={() => insightTable(insight.record())}
          columnWords={() => columnWords(name)}
        />
      </figure>
      <InsightWords name={name} insight={insight} />
    </div>
  );
}
