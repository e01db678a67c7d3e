import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { type Confusion, type ConfusionCell, commonestMistake, hardestClass } from '#run/train/confusion.ts';
import { classNameOf, type StartedRun } from '#ui/train/figures/exampleData.ts';

const words = () => dictionary('answers');

/** What the classes of a run are called, in their order. */
export const classNamesOf = (started: StartedRun, classes: number): readonly string[] =>
  Array.from({ length: classes }, (_, place) => classNameOf(started, place));

const nameAt = (names: readonly string[], place: number) => names[place] ?? String(place);

/** Share of a class that is named right; null where none of it was asked. */
export function shareRightOf({ asked, right }: Confusion, place: number): number | null {
  const of = asked[place] ?? 0;
  return of > 0 ? (right[place] ?? 0) / of : null;
}

/** A cell in words. */
export function cellText(
  { truth, answer, count }: ConfusionCell,
  { asked }: Confusion,
  names: readonly string[],
) {
  const of = asked[truth] ?? 0;
  return truth === answer
    ? words().named(nameAt(names, truth), count, of)
    : words().taken(nameAt(names, truth), nameAt(names, answer), count, of);
}

/** What a confusion shows now, in a few sentences. */
export function confusionText(confusion: Confusion, names: readonly string[]): string {
  const { step, samples, right, asked } = confusion;
  const share = right.reduce((sum, count) => sum + count, 0) / samples;
  const hardest = hardestClass(confusion);
  const mistake = commonestMistake(confusion);
  return [
    words().of(samples, step, share),
    ...(hardest === null || mistake === null
      ? []
      : [words().hardest(nameAt(names, hardest), shareRightOf(confusion, hardest) ?? 0)]),
    ...(mistake
      ? [
          words().mistake(
            nameAt(names, mistake.truth),
            nameAt(names, mistake.answer),
            mistake.count,
            asked[mistake.truth] ?? 0,
          ),
        ]
      : []),
  ].join(' ');
}
