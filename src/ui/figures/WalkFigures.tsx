import { type ReactNode, useEffect, useRef, useState } from 'react';
import './figures.css';
import './hiddenFigures.css';
import { loadPatiently } from '#api/loadPatiently.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { SaveWalk } from '#ui/export/SaveWalk.tsx';
import { usePage, useShown } from '#ui/page/PageContext.ts';
import { plainSentence } from '#ui/sentence/plainSentence.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { createFigureScene, type FigureScene } from './figureScene.ts';
import { SceneContext } from './SceneContext.ts';
import { useElementSize } from './useElementSize.ts';

/** Drawn behind the engine: the first picture does without. */
const loadContrast = () =>
  loadPatiently(() => loadWith('compare', () => loadWith('contrast', () => import('./contrast.ts'))));

/** The walk, its variance and its end on shared axes; the children stand beside the variance. */
export function WalkFigures({ children }: { children: ReactNode }) {
  const page = usePage();
  const style = usePageStyle();
  const { experiment, found } = useShown();
  const canvas = useRef<HTMLCanvasElement>(null);
  const walk = useRef<SVGSVGElement>(null);
  const variance = useRef<SVGSVGElement>(null);
  const end = useRef<SVGSVGElement>(null);
  const sizes = { walk: useElementSize(walk), variance: useElementSize(variance), end: useElementSize(end) };
  const [scene, setScene] = useState<FigureScene | null>(null);

  useEffect(() => {
    if (!canvas.current || !walk.current || !variance.current || !end.current) return undefined;
    const elements = {
      canvas: canvas.current,
      walk: walk.current,
      variance: variance.current,
      end: end.current,
    };
    const created = createFigureScene(page, elements, loadContrast);
    setScene(created);
    return () => created.stop();
  }, [page]);

  const { walk: walkSize, variance: varianceSize, end: endSize } = sizes;
  useEffect(() => {
    scene?.setView({ style, walk: walkSize, variance: varianceSize, end: endSize });
  }, [scene, style, walkSize, varianceSize, endSize]);

  return (
    <SceneContext value={scene}>
      <div className="figures" data-hide={experiment.hide.join(' ')}>
        <figure className="walk-figure">
          <canvas ref={canvas} />
          <svg ref={walk} role="img" aria-label={plainSentence(experiment, found)} />
          <SaveWalk figure="walk" drawn={() => scene?.drawnWalks() ?? []} />
        </figure>
        <figure className="end-figure">
          <svg
            ref={end}
            role="img"
            aria-describedby="said-end"
            aria-label={dictionary('page').figures.endTitle}
          />
          <SaveWalk figure="end" />
        </figure>
        <figure className="variance-figure">
          <svg
            ref={variance}
            role="img"
            aria-describedby="said-variance"
            aria-label={dictionary('page').figures.varianceTitle}
          />
          <SaveWalk figure="variance" />
        </figure>
        {children}
      </div>
    </SceneContext>
  );
}
