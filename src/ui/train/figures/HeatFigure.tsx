import { useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { figureSize } from '#plots/figureSize.ts';
import { createHeatPlot, fitsKey, type HeatPlot } from '#plots/heatPlot.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import type { Pass } from '#theory/pass.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useRestedRecord } from '#ui/train/useRestedRecord.ts';
import { layersText } from './figureTexts.ts';
import { useTrainPlot } from './TrainSceneContext.ts';

const none: TrainRecord['norms'] = [];

/** Bands that are drawn: a run at full speed measures about 100, one that is watched step by step many more than there are px. */
const mostBands = 200;

/** An even choice of the measured steps. */
function thinned(norms: TrainRecord['norms']): TrainRecord['norms'] {
  const stride = Math.max(1, Math.ceil(norms.length / mostBands));
  return stride === 1 ? norms : norms.filter((_, i) => i % stride === 0);
}

/** The layers' figures beside it have the same sides. */
const margins = { left: 3.2, right: 6.6, top: 1.6, bottom: 2.8 };

/** Log-norms over layers and steps, in the colours of the walks' outcomes. */
export function HeatFigure() {
  const rested = useRestedRecord();
  const { pass } = useExperiment();
  const canvas = useRef<HTMLCanvasElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const heat = useRef<HeatPlot | null>(null);
  const known = useRef<{ norms: TrainRecord['norms']; pass: Pass; key: string } | null>(null);
  useTrainPlot(
    svg,
    () => {
      heat.current = canvas.current && svg.current && createHeatPlot(canvas.current, svg.current);
      return heat.current;
    },
    (plot, { record, experiment }, size, style) => {
      const shown = record?.experiment ?? experiment;
      const norms = record?.norms ?? none;
      // The norms are added to in place: their number says whether there are new ones.
      const key = [norms.length, size.widthPx, size.heightPx, style.palette.paper, experiment.steps].join();
      // An image of some thousand cells is not painted again for every frame of an unchanged run.
      if (known.current?.norms === norms && known.current.key === key && known.current.pass === pass)
        return false;
      known.current = { norms, pass, key };
      const { fontPx } = style;
      const { scale } = dictionary('train').heat;
      const title = dictionary('train').heat.title[pass];
      plot.draw({
        size: figureSize(size, style, margins),
        style,
        depth: shown.depth,
        rows: thinned(norms).map((one) => ({ step: one.step, values: relativeNorms(one, pass) })),
        steps: Math.max(experiment.steps, record?.step ?? 0),
        labels: {
          title: fitsKey(title, scale, size.widthPx, fontPx)
            ? title
            : dictionary('train').heat.shortTitle[pass],
          xTitle: dictionary('train').panels.layers,
          yTitle: dictionary('train').heat.step,
          scale,
        },
      });
      return false;
    },
  );
  return (
    <figure className="heat-figure">
      <canvas ref={canvas} />
      <svg ref={svg} role="img" aria-label={layersText(dictionary('train').heat.title[pass], rested, pass)} />
      <SaveTraining figure="heat" vector={() => heat.current?.vector() ?? null} />
    </figure>
  );
}
