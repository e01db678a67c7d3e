import { useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import { figureSize } from '#plots/figureSize.ts';
import { createLayerPlot } from '#plots/layerPlot.ts';
import { createMovingDomain, type MovingDomain } from '#plots/movingDomain.ts';
import { theoryBack } from '#run/train/theoryBack.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { Pass } from '#theory/pass.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useRestedRecord } from '#ui/train/useRestedRecord.ts';
import { layersText } from './figureTexts.ts';
import { useTrainPlot } from './TrainSceneContext.ts';
import { layerPins } from './trainPins.ts';

const margins = { left: 3.2, right: 6.6, top: 1.6, bottom: 2.8 };
/** Room under the figure where the one below bears the layers' numbers. */
const bottomPx = 8;

/** No axis of ln norms is shorter than this. */
const smallestHalf = 2;
/** Nor is any longer than what float32 can hold of squared norms. */
const longestHalf = 180;

function computeDomain(
  curves: readonly (ArrayLike<number> | null)[],
  theory: { readonly mean: Float64Array; readonly variance: Float64Array | null },
): Domain {
  const envelope = Array.from(theory.mean, (mean, k) => {
    const reach = 2 * Math.sqrt(theory.variance?.[k] ?? 0);
    return [mean - reach, mean + reach];
  });
  const values = [...curves.flatMap((curve) => (curve ? Array.from(curve) : [])), ...envelope.flat()];
  const [low, high] = computeExtent(values, [-smallestHalf, smallestHalf]);
  return [Math.max(low, -longestHalf), Math.min(high, longestHalf)];
}

/** One quantity through the layers of the network: now, at the start, and theory's envelope. */
export function LayerFigure({ pass, isLast }: { pass: Pass; isLast: boolean }) {
  const rested = useRestedRecord();
  const svg = useRef<SVGSVGElement>(null);
  const axis = useRef<MovingDomain>(createMovingDomain());
  const { reducedMotion } = usePageStyle();
  useTrainPlot(
    svg,
    () => svg.current && createLayerPlot(svg.current),
    (plot, moment, size, style) => {
      const { record, experiment, found, revealed, nowMs } = moment;
      const pins = layerPins(moment, pass, style);
      const norms = record?.norms ?? [];
      const [first, last] = [norms[0], norms.at(-1)];
      const now = last ? relativeNorms(last, pass) : null;
      const atStart = first && norms.length > 1 ? relativeNorms(first, pass) : null;
      const theory = theoryBack(record?.experiment ?? experiment, found, pass);
      const framed = figureSize(size, style, margins);
      plot.draw({
        size: isLast ? framed : { ...framed, bottom: bottomPx },
        style,
        depth: (record?.experiment ?? experiment).depth,
        domain: axis.current.at(
          computeDomain([now, atStart, ...pins.map(({ series }) => series)], theory),
          nowMs,
          !reducedMotion,
        ),
        now,
        atStart,
        theory,
        pins,
        revealed: pass === 'forward' ? null : revealed,
        labels: {
          title: dictionary('train').panels[pass],
          xTitle: isLast ? dictionary('train').panels.layers : '',
          now: dictionary('train').panels.now,
          atStart: dictionary('train').panels.atStart,
          theory: dictionary('train').panels.theory(
            dictionary('page').facts.theory[theory.kind],
            theory.variance !== null,
          ),
        },
      });
      return axis.current.isMoving();
    },
  );
  return (
    <figure className="layer-figure">
      <svg ref={svg} role="img" aria-label={layersText(dictionary('train').panels[pass], rested, pass)} />
      <SaveTraining figure={`layers-${pass}`} />
    </figure>
  );
}
