import type { Task } from '#engine/train/task.ts';
import type { Answer } from './answers.ts';

/** What a training left: its series, [steps], and what the best constant answer costs. */
export interface Trained {
  readonly task: Task;
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
  readonly constantLoss: number;
  readonly diverged: boolean;
}

/** Steps whose mean loss counts as the loss. */
export const window = 20;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The first step, from 1, at which the mean loss of the last 20 was below a level; null where it never was. */
export function reachedAt(losses: readonly number[], level: number): number | null {
  let sum = 0;
  for (const [i, loss] of losses.entries()) {
    sum += loss - (losses[i - window] ?? 0);
    if (i >= window - 1 && sum / window < level) return i + 1;
  }
  return null;
}

/** The last tenth of a series. */
const lastTenth = (values: readonly number[]) => values.slice(-Math.max(1, Math.round(values.length / 10)));

/** What is written down of a training. */
export function readOff(
  { task, losses, accuracies, constantLoss, diverged }: Trained,
  levels: readonly number[],
): Pick<Answer, 'error' | 'loss' | 'reached'> {
  const reached = levels.map((level) => reachedAt(losses, level * constantLoss));
  if (diverged) return { error: null, loss: null, reached };
  const loss = mean(lastTenth(losses)) / constantLoss;
  return { error: task === 'encode' ? loss : 1 - mean(lastTenth(accuracies)), loss, reached };
}
