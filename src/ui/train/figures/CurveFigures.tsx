import { useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createCurvePlot } from '#plots/curvePlot.ts';
import { figureSize } from '#plots/figureSize.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useRestedRecord } from '#ui/train/useRestedRecord.ts';
import { lossDomain, lossLevel, trainCurves } from './curveData.ts';
import { accuracyText, lossText } from './figureTexts.ts';
import { useTrainPlot } from './TrainSceneContext.ts';
import { accuracyPins, lossPins, stepDomain } from './trainPins.ts';

const margins = { left: 3.2, right: 0.8, top: 1.8, bottom: 2.8 };

/** Of a run that has no steps yet. */
const noSums = new Float64Array(1);

/** Training and held-out loss against steps, on a logarithmic axis. */
export function LossFigure() {
  const rested = useRestedRecord();
  const { task } = useExperiment();
  const svg = useRef<SVGSVGElement>(null);
  useTrainPlot(
    svg,
    () => svg.current && createCurvePlot(svg.current),
    (plot, moment, size, style) => {
      const { record } = moment;
      const pins = lossPins(moment, style);
      const heldOut = (record?.heldOut ?? []).map(({ step, loss }) => [step, loss] as const);
      const curves = trainCurves(record?.lossSums ?? noSums, record?.step ?? 0, heldOut, style.palette);
      const level = lossLevel(record);
      plot.draw({
        size: figureSize(size, style, margins),
        style,
        xDomain: stepDomain(moment),
        yDomain: lossDomain([...curves, ...pins], level?.value ?? null),
        isLog: true,
        curves,
        pins,
        level,
        labels: { title: dictionary('train').loss[task], xTitle: dictionary('train').loss.steps },
      });
      return false;
    },
  );
  return (
    <figure className="loss-figure">
      <svg ref={svg} role="img" aria-label={lossText(dictionary('train').loss[task], rested)} />
      <SaveTraining figure="loss" />
    </figure>
  );
}

/** Share of right answers against steps. */
export function AccuracyFigure() {
  const rested = useRestedRecord();
  const svg = useRef<SVGSVGElement>(null);
  useTrainPlot(
    svg,
    () => svg.current && createCurvePlot(svg.current),
    (plot, moment, size, style) => {
      const { record } = moment;
      const heldOut = (record?.heldOut ?? []).map(({ step, accuracy }) => [step, accuracy] as const);
      plot.draw({
        size: figureSize(size, style, margins),
        style,
        xDomain: stepDomain(moment),
        yDomain: [0, 1],
        isLog: false,
        curves: trainCurves(record?.accuracySums ?? noSums, record?.step ?? 0, heldOut, style.palette),
        pins: accuracyPins(moment, style),
        level: null,
        labels: { title: dictionary('train').accuracy, xTitle: dictionary('train').loss.steps },
      });
      return false;
    },
  );
  return (
    <figure className="accuracy-figure">
      <svg ref={svg} role="img" aria-label={accuracyText(dictionary('train').accuracy, rested)} />
      <SaveTraining figure="accuracy" />
    </figure>
  );
}
