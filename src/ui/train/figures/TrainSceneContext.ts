import { createSceneHooks } from '#ui/figures/sceneHooks.ts';
import type { TrainMoment } from './trainScene.ts';

/** The scene of the train view and the hooks of its figures. */
export const {
  SceneContext: TrainSceneContext,
  useDrawing: useTrainDrawing,
  usePlot: useTrainPlot,
} = createSceneHooks<TrainMoment>();
