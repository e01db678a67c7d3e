import { createContext, useContext } from 'react';
import type { Training } from '#run/train/training.ts';

/** The training that the train view shows. */
export const TrainingContext = createContext<Training | null>(null);

/** The training; throws outside of a `TrainingContext`. */
export function useTraining(): Training {
  const training = useContext(TrainingContext);
  if (!training) throw new Error('No training is open.');
  return training;
}
