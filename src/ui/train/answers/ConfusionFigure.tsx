import { useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createConfusionPlot } from '#plots/confusionPlot.ts';
import { percentText } from '#plots/numberText.ts';
import type { FigurePoint } from '#plots/pointFocus.ts';
import { type Confusion, confusionCells } from '#run/train/confusion.ts';
import { useTrainPlot } from '#ui/train/figures/TrainSceneContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { cellText, confusionText, shareRightOf } from './answerWords.ts';
import { useConfusion } from './useConfusion.ts';

const words = () => dictionary('answers');

/** Of very many classes the rarest answers are not drawn: nobody would see them, and every cell can be reached. */
const mostCells = 3000;

/** The cells of a confusion, each with what it says. */
function cellsOf(confusion: Confusion, names: readonly string[]) {
  const all = confusionCells(confusion);
  const least =
    all.length > mostCells ? (all.map(({ count }) => count).toSorted((a, b) => b - a)[mostCells] ?? 0) : 0;
  return all
    .filter(({ count }) => count > least)
    .map((cell) => ({
      key: `${cell.truth}/${cell.answer}`,
      readout: cellText(cell, confusion, names),
      href: '',
      truth: cell.truth,
      answer: cell.answer,
      share: cell.count / (confusion.asked[cell.truth] ?? 1),
      text: String(cell.count),
    }));
}

/** What unseen samples are and what the network says of them, class by class; every cell says itself where it is pointed at or reached. */
export function ConfusionFigure() {
  const svg = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const found = useConfusion();
  const known = useRef<{ found: unknown; key: string } | null>(null);
  useTrainPlot(
    svg,
    () =>
      svg.current &&
      createConfusionPlot(svg.current, (point: FigurePoint | null) => setPointed(point?.key ?? null)),
    (plot, _, size, style) => {
      const key = [size.widthPx, size.heightPx, style.palette.paper, style.fontPx].join();
      if (!found || (known.current?.found === found && known.current.key === key)) return false;
      known.current = { found, key };
      const { confusion, names } = found;
      plot.draw({
        ...size,
        style,
        names,
        cells: cellsOf(confusion, names),
        right: names.map((_name, place) => shareRightOf(confusion, place)),
        labels: {
          truth: words().truth,
          answer: words().answer,
          right: words().right,
          share: percentText,
        },
      });
      return false;
    },
  );
  const cells = found ? confusionCells(found.confusion) : [];
  const cell = cells.find(({ truth, answer }) => `${truth}/${answer}` === pointed);
  const said = found ? confusionText(found.confusion, found.names) : words().none;
  return (
    <figure className="confusion-figure" aria-label={words().confusion}>
      <figcaption>
        {words().confusion}
        <span className="caption-key">{words().key}</span>
      </figcaption>
      <p className="answers-said">{found && cell ? cellText(cell, found.confusion, found.names) : said}</p>
      <div className="answers-canvas">
        <svg ref={svg} aria-label={words().confusion} visibility={found ? 'visible' : 'hidden'} />
      </div>
      <SaveTraining figure="confusion" />
    </figure>
  );
}
