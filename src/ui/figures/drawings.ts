import { type AnimationLoop, createAnimationLoop } from '#plots/animationLoop.ts';
import type { MomentDrawing, Scene } from './sceneHooks.ts';

/** A scene with its loop: every drawing is shown the same moment in a frame. `momentAt` may ask for one more frame. */
export function createDrawings<M>(
  momentAt: (nowMs: number) => { readonly moment: M; readonly isLeft: boolean },
): Scene<M> & Pick<AnimationLoop, 'request' | 'stop'> {
  const drawings = new Set<MomentDrawing<M>>();
  const loop = createAnimationLoop((nowMs) => {
    const { moment, isLeft } = momentAt(nowMs);
    let isMore = isLeft;
    for (const draw of drawings) isMore = draw(moment) || isMore;
    return isMore;
  });
  return {
    ...loop,
    add(draw) {
      drawings.add(draw);
      loop.request();
      return () => drawings.delete(draw);
    },
  };
}
