import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import {
  type Asked,
  defineSweep,
  type FigureRules,
  type Measured,
  type Scene,
} from '#run/sweeps/definition.ts';
import type { DrawnAxis, DrawnCurve, DrawnDot, Place } from '#run/sweeps/figures/drawing.ts';
import { logSpace } from '#run/sweeps/figures/logSpace.ts';
import { digits, type Text } from '#run/sweeps/figures/phrase.ts';
import { quantityDots } from '#run/sweeps/figures/quantityDots.ts';
import {
  type Cure,
  cureDepths,
  cures as cureNames,
  curePoint,
  cureTheory,
  cureTheoryAt,
  deepest,
} from '#run/sweeps/measures/cures.ts';
import { meanEstimate } from '#run/sweeps/measures/estimates.ts';
import { type Fate, fateOf, fates } from '#run/sweeps/measures/fate.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import type { WalkPoint } from '#run/sweeps/sweepPoint.ts';
import { quantityColumns, type WalkRow, walkColumns, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import { normNames } from '#theory/norm.ts';

/** All networks of a depth, then those of the next. */
const points = (experiment: Experiment, found: FoundGains): readonly WalkPoint[] =>
  cureDepths
    .flatMap((depth) => cureNames.map((cure) => ({ depth, cure })))
    .map(({ depth, cure }, i) => curePoint(experiment, found, i, cure, depth));

/** A network with its cure, at a depth. */
interface CureRow extends WalkRow {
  readonly cure: Cure;
}

const fold = ({ points: asked }: Asked, measured: Measured): readonly CureRow[] =>
  walkRows(asked, measured).map((row, i) => ({ ...row, cure: cureNames[i % cureNames.length] ?? 'plain' }));

const depthOf = ({ point }: WalkRow) => point.settings.depth;

const mean: Quantity<CureRow, 'mean'> = {
  name: 'mean',
  measured: (row) => row.walked && meanEstimate(row.walked, depthOf(row)),
  theory: ({ point }) => cureTheory(point)?.mean ?? null,
};

/** What theory says of a cure at many depths; no places where none holds. */
interface CureCurve {
  readonly cure: Cure;
  readonly places: readonly Place[];
  readonly fate: Fate | null;
}

const curvePoints = 25;

function theory(asked: Asked): readonly CureCurve[] {
  const rows = fold(asked, new Map());
  const between = logSpace(1, deepest, curvePoints).map(Math.round);
  return cureNames.map((cure) => {
    const own = rows.filter((row) => row.cure === cure);
    const [first] = own;
    // Theory of finite width takes its time: of it, the points alone.
    const kind = first && cureTheory(first.point)?.kind;
    const isQuick = kind === 'exact' || kind === 'leading-order';
    const depths = new Set([...own.map(depthOf), ...(isQuick ? between : [])]);
    const places = [...depths]
      .toSorted((a, b) => a - b)
      .flatMap((depth): Place[] => {
        const point = own.find((row) => depthOf(row) === depth)?.point;
        const known = point ? cureTheory(point) : first && cureTheoryAt(first.point, cure, depth);
        return known ? [[depth, known.mean]] : [];
      });
    return { cure, places, fate: fateOf(places) };
  });
}

/** What is measured of a cure. */
const measuredPlaces = (rows: readonly CureRow[], cure: Cure): readonly Place[] =>
  rows.flatMap((row): Place[] => {
    const found = row.cure === cure ? mean.measured(row) : null;
    return found ? [[depthOf(row), found.value]] : [];
  });

/** Whether the deepest measured network of a cure is clearly elsewhere than theory, or theory nowhere. */
function departs(rows: readonly CureRow[], cure: Cure): boolean {
  const last = rows.findLast((row) => row.cure === cure && mean.measured(row) !== null);
  const measured = last ? mean.measured(last) : null;
  if (!last || !measured) return false;
  const expected = mean.theory(last);
  if (expected === null) return true;
  const allowed = Math.max(0.5, 3 * measured.error, 0.1 * Math.abs(expected));
  return Math.abs(measured.value - expected) > allowed;
}

const kindOf = ({ fate, places }: CureCurve): DrawnCurve['kind'] => {
  if (fate !== 'exponential' && fate !== 'stretched') return 'theory';
  return (places.at(-1)?.[1] ?? 0) > 0 ? 'growing' : 'falling';
};

/** Theory; where the measurement is elsewhere that is drawn too, and has the name. */
function curvesOf(rows: readonly CureRow[], curve: CureCurve): readonly DrawnCurve[] {
  const { cure, places } = curve;
  const isOff = departs(rows, cure);
  const named = { name: [cure], nameAt: 1, isNameBeside: true } as const;
  const unnamed = { name: null, nameAt: 1 } as const;
  return [
    isOff ? { kind: 'other', points: places, ...unnamed } : { kind: kindOf(curve), points: places, ...named },
    ...(isOff ? [{ kind: 'sample', points: measuredPlaces(rows, cure), ...named } as const] : []),
  ];
}

const dotsOf = (rows: readonly CureRow[]): DrawnDot[] =>
  rows.flatMap((row) => {
    const kind = cureTheory(row.point)?.kind ?? 'leading-order';
    return quantityDots([row], mean, kind, {
      x: depthOf,
      where: ({ cure }) => [`${cure}At`, { depth: depthOf(row) }],
    });
  });

const decades = [1, 10, 100, 1000];

/** ln Z in proportion within 1 of zero, else its logarithm: what is exponential in depth rises straight, a power of it bends over. */
function sizeAxis(curves: readonly DrawnCurve[], dots: readonly DrawnDot[]): DrawnAxis {
  const values = [...curves.flatMap((curve) => curve.points.map(([, y]) => y)), ...dots.map(({ y }) => y)];
  const finite = values.filter(Number.isFinite);
  const domain: Place = [1.5 * Math.min(-1, ...finite), 1.5 * Math.max(1, ...finite)];
  const ticks = [...decades.map((value) => -value), 0, ...decades];
  const inside = ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  return { kind: 'squeezed', domain, unit: 1, titleKey: 'y', ticks: inside };
}

/** Mean ln Z against depth, a line for each network. */
const growth: FigureRules<CureRow, readonly CureCurve[]> = {
  kind: 'curves',
  name: 'main',
  titleKey: () => 'title',
  draw({ rows, theory: known }) {
    const curves = known.flatMap((curve) => curvesOf(rows, curve));
    const dots = dotsOf(rows);
    return {
      x: { kind: 'log', domain: [1, deepest], titleKey: 'x', ticks: decades },
      y: sizeAxis(curves, dots),
      level: 0,
      curves,
      marks: [],
      dots,
    };
  },
};

const outcomes = [...fates, 'narrow'] as const;
type Outcome = (typeof outcomes)[number];

/** Names one after another, by their keys. */
const listed = (keys: readonly string[]): Text =>
  keys.flatMap((key, i) => (i === 0 ? [[key] as const] : [['comma'] as const, [key] as const]));

/** What becomes of a cure: by theory, or measured where there is none; `narrow` where only infinite width keeps it flat. */
function outcomeOf(rows: readonly CureRow[], { cure, fate }: CureCurve): Outcome | null {
  if (fate === null) return fateOf(measuredPlaces(rows, cure));
  return fate === 'flat' && departs(rows, cure) ? 'narrow' : fate;
}

function outcome({ rows, theory: known }: Scene<CureRow, readonly CureCurve[]>): Text {
  const said = outcomes.flatMap((one) => {
    const own = known.filter((curve) => outcomeOf(rows, curve) === one).map(({ cure }) => cure);
    return own.length === 0 ? [] : [[[one], ...listed(own)] as Text];
  });
  const gain = digits(rows[0]?.point.settings.gain ?? 1, 5);
  return [
    ['gain', { gain }],
    ...said.flatMap((text, i) => (i === 0 ? text : [['semicolon'] as const, ...text])),
    ['stop'],
  ];
}

/** What depth makes of the gradient in a plain network and with what is said to cure it. */
export const cures = defineSweep<CureRow, readonly CureCurve[]>({
  controls: ['f', 'width', 'gain', 'weights', 'walks', 'input', 'bias'],
  layout: 'stacked',
  points,
  fold,
  kind: () => 'leading-order',
  columns: () => [
    ['cure', ({ cure }) => cureNames.indexOf(cure) + 1],
    ['depth', depthOf],
    ['residual', ({ point }) => point.settings.residual],
    ['norm', ({ point }) => normNames.indexOf(point.settings.norm)],
    ...walkColumns,
    ...quantityColumns(mean),
  ],
  theory,
  figures: [growth],
  outcome,
  report: (asked) => walkReport(asked.points, fold(asked, new Map()), depthOf, [mean]),
});
