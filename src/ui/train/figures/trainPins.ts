import type { PinCurve } from '#plots/curvePlot.ts';
import type { Domain } from '#plots/domain.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { LayerPlotData } from '#plots/layerPlot.ts';
import { relativeNorms, smoothedSeries } from '#run/train/trainFacts.ts';
import type { Pass } from '#theory/pass.ts';
import { pinName } from '#ui/compare/pinName.ts';
import { pinStyle } from '#ui/compare/pinStyle.ts';
import type { TrainMoment } from './trainScene.ts';

/** The pins that have come to something, with their look. */
const seenPins = ({ pins }: TrainMoment, { palette }: FigureStyle) =>
  pins.flatMap(({ pin, record }, i) => {
    const { color, dash } = pinStyle(i);
    return record && record.step > 0 ? [{ pin, record, color: palette[color], dash }] : [];
  });

/** The trend of each pin's loss in training, by its name. */
export const lossPins = (moment: TrainMoment, style: FigureStyle): PinCurve[] =>
  seenPins(moment, style).map(({ pin, record, ...look }) => {
    const name = pinName(pin, moment.experiment, moment.found);
    return { ...look, name, points: smoothedSeries(record.lossSums, record.step) };
  });

/** The trend of each pin's share of right answers in training; beside the losses, which are named. */
export const accuracyPins = (moment: TrainMoment, style: FigureStyle): PinCurve[] =>
  seenPins(moment, style)
    .filter(({ record }) => record.experiment.task === 'classify')
    .map(({ pin, record, ...look }) => {
      return { ...look, name: '', points: smoothedSeries(record.accuracySums, record.step) };
    });

/** The newest log-norms through each pin's layers. */
export const layerPins = (moment: TrainMoment, pass: Pass, style: FigureStyle): LayerPlotData['pins'] =>
  seenPins(moment, style).flatMap(({ record, color, dash }) => {
    const last = record.norms.at(-1);
    return last ? [{ series: relativeNorms(last, pass), color, dash }] : [];
  });

/** The steps that are asked for, or done if they are more, the longest run's. */
export function stepDomain({ experiment, record, pins }: TrainMoment): Domain {
  return [0, Math.max(experiment.steps, record?.step ?? 0, ...pins.map((one) => one.record?.step ?? 0))];
}
