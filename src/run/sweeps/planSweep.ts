import { oncePerExperiment } from '#experiment/derived/oncePer.ts';
import type { Asked } from './definition.ts';
import { sweepDefinition } from './definitions/sweepDefinition.ts';
import type { SweepPlan } from './sweepPlan.ts';

/** The plan of an experiment's sweep, the gains found so far in it. */
export const planSweep = oncePerExperiment((experiment, found): SweepPlan => {
  const { sweep } = experiment;
  const { layout, points, figures, table, outcome, report } = sweepDefinition(sweep);
  const asked: Asked = { experiment, found, points: points(experiment, found) };
  return {
    sweep,
    layout,
    points: asked.points,
    figures: figures(asked),
    table: (measured) => table(asked, measured),
    outcome: (measured) => outcome(asked, measured),
    report: () => report(asked),
  };
});
