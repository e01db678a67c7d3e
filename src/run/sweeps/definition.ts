import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { CurveDrawing, MapDrawing } from './figures/drawing.ts';
import type { Text } from './figures/phrase.ts';
import type { Measurement } from './measurement.ts';
import type { TheoryKind } from './pointTheory.ts';
import type { Column } from './quantity.ts';
import type { SweepPoint } from './sweepPoint.ts';
import { type SweepTable, tableOf } from './sweepTable.ts';
import type { WalkReport } from './walkReport.ts';

/** What a sweep was asked, and the points that answer it. */
export interface Asked {
  readonly experiment: Experiment;
  readonly found: FoundGains;
  readonly points: readonly SweepPoint[];
}

/** What has arrived, by point key. */
export type Measured = ReadonlyMap<string, Measurement>;

/** What a figure and the sentence are made of: rows `R`, and what theory `T` says of all of them. */
export interface Scene<R, T> extends Asked {
  readonly rows: readonly R[];
  readonly theory: T;
  readonly kind: TheoryKind;
}

/** What figures of all kinds have. */
interface FigureNames {
  /** Its place on the page, and a part of its file's name. */
  readonly name: 'main' | 'companion';
  /** Key of the word by which it is chosen, where figures stand one at a time. */
  readonly choice?: string;
}

/** A figure of one of the kinds that the page has. Its title is a key of the sweep's words. */
export type FigureRules<R, T> = FigureNames & {
  readonly titleKey: (asked: Asked, kind: TheoryKind) => string;
} & (
    | { readonly kind: 'curves'; readonly draw: (scene: Scene<R, T>) => CurveDrawing }
    | { readonly kind: 'map'; readonly draw: (scene: Scene<R, T>) => MapDrawing }
  );

/** How the figures stand: side by side, one over the other, or one at a time. */
export type FigureLayout = 'beside' | 'stacked' | 'switched';

/** All that is particular to a sweep. Page, API and Python take it from here. */
export interface SweepRules<R, T> {
  /** Keys of the link that the points depend on, the most wanted first: the controls that the page shows. */
  readonly controls: readonly ParameterKey[];
  readonly layout: FigureLayout;
  /** The experiments to be measured, in order. */
  points(experiment: Experiment, found: FoundGains): readonly SweepPoint[];
  /** Points and what has arrived of them, as the rows of table and figures. */
  fold(asked: Asked, measured: Measured): readonly R[];
  /** What the columns that end in `Theory` are. */
  kind(asked: Asked): TheoryKind;
  columns(asked: Asked): readonly Column<R>[];
  /** What figures and sentence need of theory; worked out once for the points, when first shown. */
  theory(asked: Asked): T;
  readonly figures: readonly FigureRules<R, T>[];
  /** What is known so far, in words. */
  outcome(scene: Scene<R, T>): Text;
  /** What a script prints of the points; null where they are trained. */
  report(asked: Asked): WalkReport | null;
}

/** A figure over a sweep's measurements. */
export type SweepFigure = FigureNames & {
  /** Key of its title among the sweep's words. */
  readonly title: () => string;
} & (
    | { readonly kind: 'curves'; readonly draw: (measured: Measured) => CurveDrawing }
    | { readonly kind: 'map'; readonly draw: (measured: Measured) => MapDrawing }
  );

/** A sweep's rules, its rows and its theory being its own affair. */
export interface SweepDefinition
  extends Pick<SweepRules<never, never>, 'controls' | 'layout' | 'points' | 'report'> {
  table(asked: Asked, measured: Measured): SweepTable;
  figures(asked: Asked): readonly SweepFigure[];
  outcome(asked: Asked, measured: Measured): Text;
}

/** Makes a sweep of its rules. */
export function defineSweep<R, T>(rules: SweepRules<R, T>): SweepDefinition {
  const kindOf = oncePer(rules.kind);
  const theoryOf = oncePer(rules.theory);
  const sceneOf = (asked: Asked, measured: Measured): Scene<R, T> => ({
    ...asked,
    rows: rules.fold(asked, measured),
    theory: theoryOf(asked),
    kind: kindOf(asked),
  });
  return {
    controls: rules.controls,
    layout: rules.layout,
    points: rules.points,
    report: rules.report,
    table: (asked, measured) => tableOf(rules.fold(asked, measured), rules.columns(asked), kindOf(asked)),
    figures: (asked) =>
      rules.figures.map((figure): SweepFigure => {
        // Theory of all points may take its time: it is worked out when the figure is shown, not when a sweep is planned.
        const title = () => figure.titleKey(asked, kindOf(asked));
        return figure.kind === 'curves'
          ? { ...figure, title, draw: (measured) => figure.draw(sceneOf(asked, measured)) }
          : { ...figure, title, draw: (measured) => figure.draw(sceneOf(asked, measured)) };
      }),
    outcome: (asked, measured) => rules.outcome(sceneOf(asked, measured)),
  };
}
