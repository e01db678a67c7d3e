import { oncePerExperiment } from '#experiment/derived/oncePer.ts';
import type { Asked } from './definition.ts';
import { sweepDefinitions } from './definitions/sweepDefinitions.ts';
import type { SweepPlan } from './sweepPlan.ts';

/** The plan of an experiment's sweep, the gains found so far in it. */
export const planSweep = oncePerExperiment((experiment, found): SweepPlan => {
  const { sweep } = experiment;
  const { layout, points, figures, table, outcome, report } = sweepDefinitions[sweep];
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
