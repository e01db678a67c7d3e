import { useMemo } from 'react';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';

/** What the training on the screen has come to where it rests: ended or held. Null while it runs, so that no words run with it. */
export function useRestedRecord(): TrainRecord | null {
  const { live } = useTraining();
  const training = useWalkState((state) => state.training);
  return useMemo(() => (training.status === 'running' ? null : live.getState()), [live, training]);
}
