import { useMemo } from 'react';
import { type Confusion, confusionOf } from '#run/train/confusion.ts';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';
import { classNamesOf } from './answerWords.ts';

/** The confusion of classes of the run on the screen and what its classes are called; null before the first look. */
export function useConfusion(): { readonly confusion: Confusion; readonly names: readonly string[] } | null {
  const answers = useTrainRecord((record) => record?.answers ?? null);
  const started = useTrainRecord((record) => record?.started ?? null);
  return useMemo(() => {
    const confusion = confusionOf({ answers });
    return confusion && started ? { confusion, names: classNamesOf(started, confusion.classes) } : null;
  }, [answers, started]);
}
