import type { WalkCanvasFrame } from '#plots/walkCanvas.ts';

/** A figure of the walk that can be saved. */
export type WalkFigureName = 'walk' | 'variance' | 'end' | 'gain';

export interface WalkMenuProps {
  readonly figure: WalkFigureName;
  /** The walks as last drawn on the figure's canvases, where it has some, the lowest first. */
  readonly drawn?: () => readonly WalkCanvasFrame[];
}
