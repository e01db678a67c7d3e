import { createContext, useContext, useEffect } from 'react';
import type { FigureScene } from './figureScene.ts';
import type { SceneMoment } from './sceneMoment.ts';

/** The scene of the figures on the page; null until they are mounted. */
export const SceneContext = createContext<FigureScene | null>(null);

/** Calls back in every drawn frame, outside of React's rendering. */
export function useMoment(listener: (moment: SceneMoment) => void): void {
  const scene = useContext(SceneContext);
  useEffect(() => scene?.onMoment(listener), [scene, listener]);
}
