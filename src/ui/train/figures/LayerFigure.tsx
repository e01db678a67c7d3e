import { useRef } from 'react';
import { createLayerPlot } from '#plots/layerPlot.ts';
import { createMovingDomain, type MovingDomain } from '#plots/movingDomain.ts';
import type { Domain } from '#plots/steadyDomain.ts';
import { theoryBack } from '#run/train/theoryBack.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { Pass } from '#theory/pass.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { trainWords } from '#ui/train/trainWords.ts';
import { useTrainPlot } from './TrainSceneContext.ts';

/** No axis of ln norms is shorter than this. */
const smallestHalf = 2;
/** Nor is any longer than what float32 can hold of squared norms. */
const longestHalf = 180;

function domainOf(
  curves: readonly (ArrayLike<number> | null)[],
  theory: { readonly mean: Float64Array; readonly variance: Float64Array | null },
): Domain {
  let [low, high] = [-smallestHalf, smallestHalf];
  const take = (value: number) => {
    if (!Number.isFinite(value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const curve of curves) if (curve) for (let k = 0; k < curve.length; k++) take(curve[k] ?? 0);
  for (let k = 0; k < theory.mean.length; k++) {
    const reach = 2 * Math.sqrt(theory.variance?.[k] ?? 0);
    take((theory.mean[k] ?? 0) + reach);
    take((theory.mean[k] ?? 0) - reach);
  }
  return [Math.max(low, -longestHalf), Math.min(high, longestHalf)];
}

/** One quantity through the layers of the network: now, at the start, and theory's envelope. */
export function LayerFigure({ pass, isLast }: { pass: Pass; isLast: boolean }) {
  const svg = useRef<SVGSVGElement>(null);
  const axis = useRef<MovingDomain>(createMovingDomain());
  const { reducedMotion } = usePageStyle();
  useTrainPlot(
    svg,
    () => svg.current && createLayerPlot(svg.current),
    (plot, moment, size, style) => {
      const { record, experiment, found, revealed, nowMs } = moment;
      const norms = record?.norms ?? [];
      const [first, last] = [norms[0], norms.at(-1)];
      const now = last ? relativeNorms(last, pass) : null;
      const atStart = first && norms.length > 1 ? relativeNorms(first, pass) : null;
      const theory = theoryBack(record?.experiment ?? experiment, found, pass);
      const { fontPx } = style;
      plot.draw({
        size: {
          ...size,
          left: Math.round(3.2 * fontPx),
          right: Math.round(6.6 * fontPx),
          top: Math.round(1.6 * fontPx),
          bottom: isLast ? Math.round(2.8 * fontPx) : 8,
        },
        style,
        depth: (record?.experiment ?? experiment).depth,
        domain: axis.current.at(domainOf([now, atStart], theory), nowMs, !reducedMotion),
        now,
        atStart,
        theory,
        revealed: pass === 'forward' ? null : revealed,
        labels: {
          title: trainWords.panels[pass],
          xTitle: isLast ? trainWords.panels.layers : '',
          now: trainWords.panels.now,
          atStart: trainWords.panels.atStart,
          theory: trainWords.panels.theory(theory.kind, theory.variance !== null),
        },
      });
      return axis.current.isMoving();
    },
  );
  return (
    <figure className="layer-figure">
      <svg ref={svg} role="img" aria-label={trainWords.panels[pass]} />
      <SaveTraining figure={`layers-${pass}`} />
    </figure>
  );
}
