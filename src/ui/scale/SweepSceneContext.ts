import { createSceneHooks } from '#ui/figures/sceneHooks.ts';
import type { SweepMoment } from './sweepScene.ts';

/** The scene of the scale view and the hooks of its figures. */
export const {
  SceneContext: SweepSceneContext,
  useDrawing: useSweepDrawing,
  usePlot: useSweepPlot,
} = createSceneHooks<SweepMoment>();
