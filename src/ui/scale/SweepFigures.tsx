import { useCallback, useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepName } from '#experiment/experiment.ts';
import type { FigurePoint, PointListener } from '#plots/pointFocus.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { errorPanel } from '#ui/scale/panels/errorPanels.ts';
import { gainLensPanel, gainPanel } from '#ui/scale/panels/gainPanels.ts';
import { meanPanel, runningMeanPanel } from '#ui/scale/panels/meanPanels.ts';
import type { CurvePanel } from '#ui/scale/panels/panel.ts';
import {
  budgetPanel,
  budgetSharePanel,
  type MapQuantityName,
  mapPanel,
} from '#ui/scale/panels/spreadPanels.ts';
import { widthDifferencePanel, widthPanel } from '#ui/scale/panels/widthPanels.ts';
import { widthStepsPanel, widthsPanel } from '#ui/scale/panels/widthsPanels.ts';
import { MapSwitch } from './MapSwitch.tsx';
import { CurveFigure, MapFigure } from './SweepFigure.tsx';

const words = () => dictionary('scale').figures;

interface Pair {
  readonly layout: 'is-beside' | 'is-stacked';
  readonly main: CurvePanel;
  readonly mainLabel: () => string;
  readonly companion: CurvePanel;
  readonly companionLabel: () => string;
}

/** The sweeps that are shown by curves: a main figure and its companion. */
const pairs: Readonly<Record<Exclude<SweepName, 'map' | 'error'>, Pair>> = {
  gain: {
    layout: 'is-beside',
    main: gainPanel,
    mainLabel: () => words().gain.title.wide,
    companion: gainLensPanel,
    companionLabel: () => words().gain.title.narrow,
  },
  width: {
    layout: 'is-stacked',
    main: widthPanel,
    mainLabel: () => words().width.title,
    companion: widthDifferencePanel,
    companionLabel: () => words().width.difference.exact,
  },
  budget: {
    layout: 'is-stacked',
    main: budgetPanel,
    mainLabel: () => words().budget.title,
    companion: budgetSharePanel,
    companionLabel: () => words().budget.share,
  },
  mean: {
    layout: 'is-beside',
    main: meanPanel,
    mainLabel: () => words().mean.title,
    companion: runningMeanPanel,
    companionLabel: () => words().mean.runningTitle,
  },
  widths: {
    layout: 'is-stacked',
    main: widthsPanel,
    mainLabel: () => words().widths.title,
    companion: widthStepsPanel,
    companionLabel: () => words().widths.steps,
  },
};

function CurvePair({ pair, listen }: { pair: Pair; listen: PointListener }) {
  const { layout, main, mainLabel, companion, companionLabel } = pair;
  return (
    <div className={`sweep-figures ${layout}`}>
      <CurveFigure panel={main} label={mainLabel()} listen={listen} className="main-figure" />
      <CurveFigure panel={companion} label={companionLabel()} listen={listen} className="companion-figure" />
    </div>
  );
}

/** The map, and the switch of what it shows. */
function SpreadMap({ listen }: { listen: PointListener }) {
  const [quantity, setQuantity] = useState<MapQuantityName>('variance');
  return (
    <>
      <MapSwitch quantity={quantity} onChange={setQuantity} />
      <div className="sweep-figures">
        <MapFigure
          key={quantity}
          panel={mapPanel(quantity)}
          label={words().map.quantity[quantity]}
          listen={listen}
          className="main-figure"
        />
      </div>
    </>
  );
}

/** The figures of the sweep and the line that reads their points out. */
export function SweepFigures() {
  const { sweep, task } = useExperiment();
  const isHidden = useHidden();
  const readout = useRef<HTMLParagraphElement>(null);
  const listen = useCallback((point: FigurePoint | null) => {
    if (readout.current) readout.current.textContent = point?.readout ?? dictionary('scale').hint;
  }, []);
  return (
    <>
      {sweep === 'map' && <SpreadMap listen={listen} />}
      {sweep === 'error' && (
        <div className="sweep-figures">
          <MapFigure
            panel={errorPanel}
            label={words().error.title[task]}
            listen={listen}
            className="main-figure"
          />
        </div>
      )}
      {sweep !== 'map' && sweep !== 'error' && <CurvePair key={sweep} pair={pairs[sweep]} listen={listen} />}
      {!isHidden('readouts') && (
        <p ref={readout} className="readout">
          {dictionary('scale').hint}
        </p>
      )}
    </>
  );
}
