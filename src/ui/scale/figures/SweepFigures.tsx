import { useCallback, useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { FigurePoint, PointListener } from '#plots/pointFocus.ts';
import type { SweepFigure } from '#run/sweeps/definition.ts';
import type { SweepPlan } from '#run/sweeps/sweepPlan.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useSweepRecord } from '#ui/scale/SweepContext.ts';
import { phrasesOf } from '#ui/scale/sweepWords.ts';
import { FigureSwitch } from './FigureSwitch.tsx';
import { CurveFigure, MapFigure } from './SweepFigure.tsx';
import { phraseText } from './sweepText.ts';

/** The kinds of figures that a sweep may name. */
const kinds: Readonly<Record<SweepFigure['kind'], typeof CurveFigure>> = {
  curves: CurveFigure,
  map: MapFigure,
};

interface PlanProps {
  readonly plan: SweepPlan;
  readonly listen: PointListener;
}

/** The figure at a place of a sweep's list. */
function Figure({ plan, place, listen }: PlanProps & { readonly place: number }) {
  const figure = plan.figures[place];
  if (!figure) return null;
  const Kind = kinds[figure.kind];
  return (
    <Kind
      place={place}
      label={phraseText(phrasesOf(plan.sweep), [figure.title()])}
      listen={listen}
      className={`${figure.name}-figure`}
    />
  );
}

/** Figures that stand one at a time, and the switch between them. */
function SwitchedFigures({ plan, listen }: PlanProps) {
  const [shown, setShown] = useState(0);
  return (
    <>
      <FigureSwitch
        figures={plan.figures}
        phrases={phrasesOf(plan.sweep)}
        shown={shown}
        onChange={setShown}
      />
      <div className="sweep-figures">
        <Figure key={shown} plan={plan} place={shown} listen={listen} />
      </div>
    </>
  );
}

/** Figures beside each other, or one over the other; a single one has the whole place. */
function AllFigures({ plan, listen }: PlanProps) {
  const layout = plan.figures.length > 1 ? `sweep-figures is-${plan.layout}` : 'sweep-figures';
  return (
    <div className={layout}>
      {plan.figures.map(({ name }, place) => (
        <Figure key={name} plan={plan} place={place} listen={listen} />
      ))}
    </div>
  );
}

/** The figures of the sweep and the line that reads their points out. */
export function SweepFigures() {
  const plan = useSweepRecord((record) => record.plan);
  const isHidden = useHidden();
  const readout = useRef<HTMLParagraphElement>(null);
  const listen = useCallback((point: FigurePoint | null) => {
    if (readout.current) readout.current.textContent = point?.readout ?? dictionary('scale').hint;
  }, []);
  const Figures = plan.layout === 'switched' ? SwitchedFigures : AllFigures;
  return (
    <>
      <Figures key={plan.sweep} plan={plan} listen={listen} />
      {!isHidden('readouts') && (
        <p ref={readout} className="readout">
          {dictionary('scale').hint}
        </p>
      )}
    </>
  );
}
