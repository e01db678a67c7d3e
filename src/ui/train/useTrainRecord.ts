import { useSyncExternalStore } from 'react';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { useTraining } from './TrainingContext.ts';

/** A part of the training on the screen that changes seldom; `select` must give equal answers for an unchanged part. */
export function useTrainRecord<T>(select: (record: TrainRecord | null) => T): T {
  const { live } = useTraining();
  return useSyncExternalStore(live.subscribe, () => select(live.getState()));
}
