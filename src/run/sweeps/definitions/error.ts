import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { trainSettings } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { type Asked, defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { DrawnCell, Place } from '#run/sweeps/figures/drawing.ts';
import { logSpace } from '#run/sweeps/figures/logSpace.ts';
import { digits, percent, type Shown, type Text } from '#run/sweeps/figures/phrase.ts';
import { lastError, lastLoss, type TrainRow, trainRows } from '#run/sweeps/measures/trainRows.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { pointSeed, type TrainPoint } from '#run/sweeps/sweepPoint.ts';
import { centreGain, linkGain } from '#run/sweeps/sweptGains.ts';
import { namedGain } from '#theory/namedGain.ts';

/** Gains over g* of the deepest network. */
const factors = [0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.4];
const depthCount = 4;
const shallowest = 3;
/** Deeper networks and longer runs belong to the train view. */
const deepestTrained = 100;
const mostSteps = 200;

/** Depths from 3 to the experiment's own, in equal ratios. */
function depthsOf({ depth }: Experiment): readonly number[] {
  const deepest = Math.min(depth, deepestTrained);
  return [...new Set(logSpace(Math.min(shallowest, deepest), deepest, depthCount).map(Math.round))];
}

/** The gains that every depth is trained with. */
function gainsOf(experiment: Experiment, found: FoundGains): readonly number[] {
  const deepest = { ...experiment, depth: Math.min(experiment.depth, deepestTrained) };
  const best = centreGain(deepest, found, Math.max(...factors));
  return factors.map((factor) => linkGain(factor * best));
}

/** Every depth with every gain, the shallow networks first. */
function points(experiment: Experiment, found: FoundGains): readonly TrainPoint[] {
  const steps = Math.min(experiment.steps, mostSteps);
  const gains = gainsOf(experiment, found);
  const cells = depthsOf(experiment).flatMap((depth) => gains.map((gain) => ({ depth, gain })));
  return cells.map(({ depth, gain }, i) => {
    const seed = pointSeed(experiment.seed, i);
    const cell: Experiment = { ...experiment, view: 'train', run: 1, depth, gain, steps, seed };
    const settings = trainSettings(cell, found, 0);
    return {
      kind: 'train',
      key: JSON.stringify([cell.backend, settings]),
      experiment: cell,
      settings,
      cost: steps * cell.batch * (depth * cell.width ** 2 + 1000 * cell.width),
    };
  });
}

/** g* at a depth: the ridge. No gain stops what other kinds of networks do. */
function ridgeGain(experiment: Experiment, depth: number): number | null {
  const { tied, residual, norm } = experiment;
  if (tied === 1 || residual > 0 || norm !== 'none') return null;
  return namedGain('auto', gainSetting({ ...experiment, depth })).value;
}

const ridgePoints = 9;

function theory({ experiment, found }: Asked) {
  const depths = depthsOf(experiment);
  const [first = 1, last = 2] = [depths[0], depths.at(-1)];
  const ridge = new Set(logSpace(first, Math.max(last, first + 1), ridgePoints).map(Math.round));
  return {
    gains: gainsOf(experiment, found),
    depths,
    ridge: [...ridge].flatMap((depth): Place[] => {
      const gain = ridgeGain(experiment, depth);
      return gain === null ? [] : [[gain, depth]];
    }),
  };
}

type ErrorTheory = ReturnType<typeof theory>;

/** The error of answering at random, or always with the mean: the darkest shade. */
function worstError(experiment: Experiment): number {
  return experiment.task === 'classify' ? 1 - 1 / dataFacts(experiment).classes : 1;
}

/** What a cell says: its error, or that it diverged. */
function readingOf({ point, trained }: TrainRow, error: number | null, loss: number | null): Text {
  const { gain, depth } = point.settings;
  const where = ['where', { gain: digits(gain, 4), depth }] as const;
  const steps = trained?.step ?? 0;
  if (trained?.diverged) return [where, ['divergedAfter', { steps }]];
  if (error === null) return [where, ['untrained']];
  const trainedWords = [where, ['trained', { error: percent(error), steps }]] as const;
  return loss === null ? trainedWords : [...trainedWords, ['withLoss', { loss: digits(loss, 3) }]];
}

function cellOf(row: TrainRow, worst: number): DrawnCell {
  const { point, trained } = row;
  const error = lastError(row);
  const shade = error === null ? null : Math.min(1, error / worst);
  const shown: Shown = error === null ? null : percent(error);
  const isDiverged = trained?.diverged === true;
  return {
    point,
    x: point.settings.gain,
    y: point.settings.depth,
    field: null,
    plate: isDiverged ? 1 : shade,
    says: isDiverged ? [['diverged']] : [shown],
    reading: { says: readingOf(row, error, lastLoss(row)) },
  };
}

/** Training error over gain and depth, with g* of every depth drawn over it. */
const errors: FigureRules<TrainRow, ErrorTheory> = {
  kind: 'map',
  name: 'main',
  titleKey: ({ experiment }) => experiment.task,
  draw: ({ experiment, rows, theory: { gains, depths, ridge } }) => ({
    xs: gains,
    ys: depths,
    cells: rows.map((row) => cellOf(row, worstError(experiment))),
    lines: ridge.length > 0 ? [{ points: ridge, name: ['ridge'], isDashed: false }] : [],
    keys: {
      x: 'x',
      y: 'y',
      light: 'light',
      dark: experiment.task === 'classify' ? 'chance' : 'constant',
    },
  }),
};

function outcome({ experiment, rows }: Scene<TrainRow, ErrorTheory>): Text {
  const cells = rows.flatMap((row) => {
    const error = row.trained?.done ? lastError(row) : null;
    return error === null ? [] : [{ error, ...row.point.settings }];
  });
  const best = cells.toSorted((a, b) => a.error - b.error)[0];
  const isLimited = experiment.steps > mostSteps || experiment.depth > deepestTrained;
  return [
    best
      ? ['best', { error: percent(best.error), gain: digits(best.gain, 4), depth: best.depth }]
      : ['pending'],
    ...(isLimited ? [['limits', { steps: mostSteps, depth: deepestTrained }] as const] : []),
  ];
}

/** Training error over gain and depth. */
export const error = defineSweep<TrainRow, ErrorTheory>({
  controls: [
    'depth',
    'width',
    'f',
    'data',
    'task',
    'rate',
    'optimizer',
    'steps',
    'batch',
    'tied',
    'norm',
    'residual',
  ],
  layout: 'stacked',
  points,
  fold: (asked, measured) => trainRows(asked.points, measured),
  kind: theoryKind,
  columns: ({ experiment }) => [
    ['depth', ({ point }) => point.settings.depth],
    ['gain', ({ point }) => point.settings.gain],
    ['steps', ({ trained }) => trained?.step ?? 0],
    ['loss', lastLoss],
    ['error', lastError],
    ['diverged', ({ trained }) => (trained?.diverged ? 1 : 0)],
    ['gainTheory', ({ point }) => ridgeGain(experiment, point.settings.depth)],
  ],
  theory,
  figures: [errors],
  outcome,
  report: () => null,
});
