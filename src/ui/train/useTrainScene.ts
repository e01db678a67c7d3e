import { useEffect, useState } from 'react';
import { usePage } from '#ui/page/PageContext.ts';
import { createTrainScene, type TrainScene } from '#ui/train/figures/trainScene.ts';
import { useTraining } from './TrainingContext.ts';

/** The scene of the training figures that are mounted; it ends with them. */
export function useTrainScene(): TrainScene | null {
  const { store, pinnedTrainings } = usePage();
  const training = useTraining();
  const [scene, setScene] = useState<TrainScene | null>(null);
  useEffect(() => {
    const created = createTrainScene(store, training, pinnedTrainings);
    setScene(created);
    return () => created.stop();
  }, [store, training, pinnedTrainings]);
  return scene;
}
