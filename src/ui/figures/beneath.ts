import { settingsKey } from '#experiment/derived/walkSettings.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Svg } from '#plots/part.ts';
import type { WalkCanvasFrame } from '#plots/walkCanvas.ts';
import {
  type BeneathData,
  type BeneathPlace,
  createWalksBeneath,
  type WalksBeneath,
} from '#plots/walksBeneath.ts';
import type { SceneMoment } from './sceneMoment.ts';
import { knownMoments } from './walkDomain.ts';

/** The walks of the other kind of network, beneath those of the figure. */
export interface Beneath {
  draw(svg: Svg, moment: SceneMoment, place: BeneathPlace): void;
  /** Whether walks are left for the next frame. */
  isLeft(): boolean;
  /** The walks as last drawn; null where there are none. */
  drawn(): WalkCanvasFrame | null;
}

function beneathData({ experiment, other }: SceneMoment): BeneathData | null {
  if (!other) return null;
  const { settings, paths, pathCount } = other;
  return {
    paths: { values: paths, count: pathCount, expected: settings.walks, depth: settings.depth },
    moments: knownMoments(other),
    label: dictionary('contrast').beneath[experiment.tied === 1 ? 'new' : 'one'],
    runKey: settingsKey(settings),
  };
}

/** A canvas under the figure's own, made once. */
function canvasBeneath(own: HTMLCanvasElement): HTMLCanvasElement {
  const { previousElementSibling: there } = own;
  if (there instanceof HTMLCanvasElement) return there;
  const canvas = document.createElement('canvas');
  own.before(canvas);
  return canvas;
}

/** Nothing is made before something lies beneath. */
export function createBeneath(own: HTMLCanvasElement): Beneath {
  let plot: WalksBeneath | null = null;
  let isLeft = false;
  return {
    draw(svg, moment, place) {
      const data = beneathData(moment);
      if (data) plot ??= createWalksBeneath(canvasBeneath(own));
      isLeft = plot?.draw(svg, data, place) ?? false;
    },
    isLeft: () => isLeft,
    drawn: () => plot?.drawn() ?? null,
  };
}
