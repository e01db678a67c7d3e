import type { Compared, ComparedRow, Measured } from '#run/compare/comparison.ts';
import { trainOutcome } from './trainFacts.ts';
import type { TrainRecord } from './trainRecord.ts';

/** The measured columns of a comparison of trainings. */
export const trainColumns = ['loss', 'heldOutLoss', 'accuracy', 'rate'] as const;
export type TrainColumn = (typeof trainColumns)[number];

/** One run says nothing of its spread. */
const single = (value: number | null | undefined): Measured | null =>
  value === null || value === undefined ? null : { value, error: null };

/** What an experiment's training has come to so far. */
export function comparedTraining({
  pin,
  name,
  experiment,
  record,
}: Compared<TrainRecord>): ComparedRow<TrainColumn> {
  const outcome = record && trainOutcome(record);
  return {
    pin,
    name,
    facts: {
      loss: single(outcome?.loss),
      heldOutLoss: single(outcome?.heldOutLoss),
      accuracy: single(outcome?.accuracy),
      rate: single(record?.rate),
    },
    done: record?.step ?? 0,
    ofAll: record?.plan.settings.steps ?? experiment.steps,
  };
}
