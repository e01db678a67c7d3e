import type { Page } from '#api/page.ts';
import { type AnimationLoop, createAnimationLoop } from '#plots/animationLoop.ts';
import { createEndPlot } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { createVariancePlot } from '#plots/variancePlot.ts';
import type { WalkCanvasFrame } from '#plots/walkCanvas.ts';
import { createWalkPlot } from '#plots/walkPlot.ts';
import { followBeside } from './beside.ts';
import type { ContrastPart } from './contrastPart.ts';
import { endPlotData, variancePlotData, walkPlotData } from './plotData.ts';
import type { SceneMoment } from './sceneMoment.ts';
import { createSceneMoments } from './sceneMoments.ts';
import type { ElementSize } from './useElementSize.ts';
import { varianceDomain, walkDomain } from './walkDomain.ts';

export interface SceneElements {
  readonly canvas: HTMLCanvasElement;
  readonly walk: SVGSVGElement;
  readonly variance: SVGSVGElement;
  readonly end: SVGSVGElement;
}

export interface SceneView {
  readonly style: FigureStyle;
  readonly walk: ElementSize;
  readonly variance: ElementSize;
  readonly end: ElementSize;
}

/** The three figures and whatever else changes with every frame, drawn by one loop outside of React. */
export interface FigureScene {
  setView(view: SceneView): void;
  /** Something that shows the facts in its own way, told of them in every drawn frame. */
  onMoment(listener: (moment: SceneMoment) => void): () => void;
  /** The single walks as they were last drawn, for a file, those beneath first. */
  drawnWalks(): readonly WalkCanvasFrame[];
  stop(): void;
}

export function createFigureScene(
  page: Page,
  elements: SceneElements,
  loadContrast: () => Promise<ContrastPart>,
): FigureScene {
  const { store, shown, walk } = page;
  const walkPlot = createWalkPlot(elements.canvas, elements.walk);
  const variancePlot = createVariancePlot(elements.variance);
  const endPlot = createEndPlot(elements.end);
  const walkAxis = createMovingDomain();
  const varianceAxis = createMovingDomain([0, 1]);
  const loop: AnimationLoop = createAnimationLoop(draw);
  const beside = followBeside(
    page,
    async () => (await loadContrast()).createContrast(elements),
    loop.request,
  );
  const moments = createSceneMoments(page, beside);
  let view: SceneView | null = null;

  function drawVariance(now: SceneMoment, { variance: size, style }: SceneView, nowMs: number): void {
    const contrast = beside.contrast();
    if (contrast?.isOf(now)) contrast.draw(now, { size, style }, nowMs);
    else {
      const domain = varianceAxis.at(varianceDomain(now), nowMs, !style.reducedMotion);
      const drawBeside = contrast?.besideVariance(now, style) ?? null;
      variancePlot.draw(variancePlotData(now, size, style, domain, drawBeside));
    }
  }

  function draw(nowMs: number): boolean {
    const now = moments.now();
    if (!now || !view || view.walk.widthPx === 0) return false;
    const { style } = view;
    // A small projector shows no variance; then the walk bears the layers' numbers itself.
    const isAlone = view.variance.widthPx === 0;
    const moves = !style.reducedMotion;
    const domain = walkAxis.at(walkDomain(now), nowMs, moves);
    const drawBeside = beside.contrast()?.beside(now, style) ?? null;
    const isLeft = walkPlot.draw(walkPlotData(now, view.walk, style, domain, isAlone, drawBeside));
    // A figure that the layout leaves out has no room to draw in.
    if (!isAlone) drawVariance(now, view, nowMs);
    if (view.end.widthPx > 0) {
      const besideEnd = beside.contrast()?.besideEnd(now, style) ?? null;
      endPlot.draw(endPlotData(now, view.end, style, domain, isAlone, besideEnd));
    }
    return isLeft || walkAxis.isMoving() || varianceAxis.isMoving() || beside.isMoving();
  }

  const forget = [
    shown.subscribe(loop.request),
    store.subscribe(loop.request),
    walk.live.subscribe(loop.request),
    beside.stop,
  ];
  return {
    setView(next) {
      view = next;
      loop.request();
    },
    onMoment: moments.onMoment,
    drawnWalks: () => [beside.contrast()?.drawnBeneath(), walkPlot.drawn()].filter((drawn) => drawn != null),
    stop() {
      for (const end of forget) end();
      loop.stop();
    },
  };
}
