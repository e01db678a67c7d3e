import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { MapCell } from '#plots/mapPlotData.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import {
  errorDepths,
  errorGains,
  lastError,
  lastLoss,
  ridgeGain,
  type TrainRow,
  trainRows,
} from '#run/sweeps/errorSweep.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { logSpace, type MapPanel, oncePerPlan } from './panel.ts';
import { hrefOf } from './readout.ts';

const words = () => dictionary('scale').figures.error;

const rowsOf = ({ record }: SweepMoment) => trainRows(record.plan.points, record.measured);

const ridgePoints = 9;

const theoryOfError = oncePerPlan(({ experiment, found }) => {
  const depths = errorDepths(experiment);
  const [first = 1, last = 2] = [depths[0], depths.at(-1)];
  return {
    gains: errorGains(experiment, found),
    depths,
    ridge: [...new Set(logSpace(first, Math.max(last, first + 1), ridgePoints).map(Math.round))].map(
      (depth) => [ridgeGain(experiment, depth), depth] as const,
    ),
  };
});

/** The error of answering at random, or always with the mean: the darkest shade. */
const chanceError = (task: 'classify' | 'encode') => (task === 'classify' ? 0.9 : 1);

function cellOf(row: TrainRow): MapCell {
  const { point, trained } = row;
  const { gain, depth, task } = point.settings;
  const error = lastError(row);
  const loss = lastLoss(row);
  const diverged = trained?.diverged ?? false;
  const shown = error === null ? '' : percentText(error);
  return {
    key: point.key,
    x: gain,
    y: depth,
    field: null,
    plate: diverged ? 1 : error === null ? null : Math.min(1, error / chanceError(task)),
    text: diverged ? words().diverged : shown,
    readout: words().readout({
      gain: numberText(gain, 4),
      depth,
      error: diverged ? words().diverged : shown,
      loss: loss === null ? '' : numberText(loss, 3),
      steps: trained?.step ?? 0,
    }),
    href: hrefOf(point),
  };
}

/** Training error over gain x depth, with g* of every depth drawn over it. */
export const errorPanel: MapPanel = (moment) => {
  const { gains, depths, ridge } = theoryOfError(moment);
  return {
    xs: gains,
    ys: depths,
    cells: rowsOf(moment).map(cellOf),
    lines: [{ points: ridge, label: words().ridge, dash: '' }],
    labels: {
      title: words().title[moment.experiment.task],
      xTitle: words().x,
      yTitle: words().y,
      light: words().light,
      dark: words().dark[moment.experiment.task],
    },
  };
};

/** The finished cell of the smallest error. */
export function bestCell(moment: SweepMoment) {
  const cells = rowsOf(moment).flatMap((row) => {
    const error = row.trained?.done ? lastError(row) : null;
    return error === null ? [] : [{ error, ...row.point.settings }];
  });
  return cells.toSorted((a, b) => a.error - b.error)[0] ?? null;
}
