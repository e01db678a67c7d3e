import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { withPageOf } from '#experiment/lessons/lessonExperiment.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import type { QuestionData } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { figureSize } from '#plots/figureSize.ts';
import { lineEm, wrapText } from '#plots/labels.ts';
import type { FigurePoint } from '#plots/pointFocus.ts';
import { besideRoom } from '#plots/sweepLabels.ts';
import { createSweepPlot, type SweepPlot } from '#plots/sweepPlot.ts';
import type { FindingFigure } from '#run/questions/figures.ts';
import type { QuestionPoint } from '#run/questions/points.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useElementSize } from '#ui/figures/useElementSize.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { findingPlot } from './findingPlot.ts';
import { findingColumns, findingReading, findingTable } from './findingTable.ts';

const margins = { left: 4.2, right: 1.2, top: 3.6, bottom: 2.9 };

export interface FindingFigureProps {
  readonly question: QuestionName;
  readonly figure: FindingFigure;
  /** The figure's, on these data. */
  readonly points: readonly QuestionPoint[];
  readonly data: QuestionData;
}

/** What guessing, or the best constant answer, gets wrong; nothing where steps are counted. */
function guessing(figure: FindingFigure, data: QuestionData): number | null {
  if (figure.y === 'steps') return null;
  return figure.y === 'squaredError' ? 1 : 1 - 1 / dataFacts({ ...defaultExperiment, data }).classes;
}

/** A figure of a question; each of its points opens its first experiment. */
export function FindingFigureView({ question, figure, points, data }: FindingFigureProps) {
  const present = useExperiment();
  const style = usePageStyle();
  const svg = useRef<SVGSVGElement>(null);
  const plot = useRef<SweepPlot | null>(null);
  const size = useElementSize(svg);
  const [said, setSaid] = useState<string | null>(null);
  const listen = useCallback((point: FigurePoint | null) => setSaid(point?.readout ?? null), []);
  const drawn = useMemo(
    () =>
      findingPlot(question, figure, points, guessing(figure, data), ({ link }) => {
        const { experiment } = parseLink(`#${link}`);
        return `#${formatLink(withPageOf(experiment, present))}`;
      }),
    [question, figure, points, data, present],
  );
  useLayoutEffect(() => {
    if (!svg.current || size.widthPx === 0) return;
    plot.current ??= createSweepPlot(svg.current, listen);
    const right = margins.right + besideRoom(drawn.curves, style.fontPx) / style.fontPx;
    const acrossPx = size.widthPx - right * style.fontPx;
    const titleLines = wrapText(drawn.x.title, acrossPx, style.fontPx).length;
    const bottom = margins.bottom + lineEm * (titleLines - 1);
    plot.current.draw({ ...drawn, size: figureSize(size, style, { ...margins, right, bottom }), style });
  }, [drawn, size, style, listen]);
  return (
    <>
      <div className="sweep-figures finding-figures">
        <figure className="main-figure" aria-label={drawn.title}>
          <svg ref={svg} aria-label={drawn.title} />
          <SaveFigure
            name={`findings-${question}-${figure.name}-${data}`}
            title={drawn.title}
            table={() => findingTable(figure, points)}
            reading={() => findingReading(figure, points)}
            columnWords={() => findingColumns(figure)}
          />
        </figure>
      </div>
      <p className="readout" aria-hidden="true">
        {said ?? dictionary('findings').hint}
      </p>
    </>
  );
}
