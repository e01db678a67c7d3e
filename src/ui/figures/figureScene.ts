import type { Page } from '#api/page.ts';
import { type AnimationLoop, createAnimationLoop } from '#plots/animationLoop.ts';
import { createEndPlot } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { createVariancePlot } from '#plots/variancePlot.ts';
import type { WalkCanvasFrame } from '#plots/walkCanvas.ts';
import { createWalkPlot } from '#plots/walkPlot.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import type { Rates } from '#run/walk/rates.ts';
import type { Reference } from '#run/walk/reference.ts';
import { type WalkFacts, walkFacts } from '#run/walk/walkFacts.ts';
import { endPlotData, type SceneMoment, variancePlotData, walkPlotData } from './plotData.ts';
import type { ElementSize } from './useElementSize.ts';
import { createVarianceAxis } from './varianceAxis.ts';
import { walkDomain } from './walkDomain.ts';

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
  /** The single walks as they were last drawn, for a file. */
  drawnWalks(): WalkCanvasFrame | null;
  stop(): void;
}

/** Calls listener once the engine is ready; returns unsubscribe. The first picture needs no code of what stands beside it. */
function whenReady(store: WalkStore, listener: () => void): () => void {
  let isTold = false;
  const follow = ({ engine }: WalkState) => {
    if (isTold || engine.status !== 'ready') return;
    isTold = true;
    listener();
  };
  follow(store.getState());
  return store.subscribe(follow);
}

export function createFigureScene(page: Page, elements: SceneElements): FigureScene {
  const { store, walk } = page;
  const walkPlot = createWalkPlot(elements.canvas, elements.walk);
  const variancePlot = createVariancePlot(elements.variance);
  const endPlot = createEndPlot(elements.end);
  const walkAxis = createMovingDomain();
  const varianceAxis = createVarianceAxis();
  const listeners = new Set<(moment: SceneMoment) => void>();
  let view: SceneView | null = null;
  let known: SceneMoment | null = null;
  let references: Reference | null = null;
  let allRates: Rates | null = null;

  /** Facts are worked out again only when a frame or a setting has changed. */
  function moment(): SceneMoment {
    const { experiment, foundGains: found, run } = store.getState();
    const record = walk.live.getState();
    const reference = references?.of(experiment, found) ?? null;
    const rates = allRates?.of(experiment, found) ?? null;
    const isSameQuestion = known?.experiment === experiment && known.found === found;
    const isSameAnswer = known?.record === record && known.run === run;
    const isSameBeside = known?.reference === reference && known.rates === rates;
    if (known && isSameQuestion && isSameAnswer && isSameBeside) return known;
    const facts: WalkFacts = walkFacts(experiment, found, record);
    known = { experiment, found, record, run, facts, reference, rates };
    for (const listener of listeners) listener(known);
    return known;
  }

  function draw(nowMs: number): boolean {
    const now = moment();
    if (!view || view.walk.widthPx === 0) return false;
    const { style } = view;
    // A small projector shows no variance; then the walk bears the layers' numbers itself.
    const isAlone = view.variance.widthPx === 0;
    const moves = !style.reducedMotion;
    const domain = walkAxis.at(walkDomain(now), nowMs, moves);
    const height = varianceAxis.at(now, nowMs, moves);
    const isLeft = walkPlot.draw(walkPlotData(now, view.walk, style, domain, isAlone));
    // A figure that the layout leaves out has no room to draw in.
    if (!isAlone) variancePlot.draw(variancePlotData(now, view.variance, style, height));
    if (view.end.widthPx > 0) endPlot.draw(endPlotData(now, view.end, style, domain, isAlone));
    return isLeft || walkAxis.isMoving() || varianceAxis.isMoving();
  }

  const loop: AnimationLoop = createAnimationLoop(draw);
  const forget = [store.subscribe(loop.request), walk.live.subscribe(loop.request)];
  let isStopped = false;
  async function followBeside(): Promise<void> {
    const [reference, rates] = await Promise.all([page.reference(), page.rates()]);
    if (isStopped) return;
    [references, allRates] = [reference, rates];
    forget.push(reference.subscribe(loop.request), rates.subscribe(loop.request));
    loop.request();
  }
  forget.push(whenReady(store, followBeside));
  return {
    setView(next) {
      view = next;
      loop.request();
    },
    onMoment(listener) {
      listeners.add(listener);
      if (known) listener(known);
      return () => listeners.delete(listener);
    },
    drawnWalks: walkPlot.drawn,
    stop() {
      isStopped = true;
      for (const end of forget) end();
      loop.stop();
    },
  };
}
