import { useCallback, useRef } from 'react';
import type { FigurePoint } from '#plots/pointFocus.ts';
import { useExperiment } from '#ui/PageContext.ts';
import { gainLensPanel, gainPanel } from './gainPanels.ts';
import { CurveFigure } from './SweepFigure.tsx';
import { scaleEn } from './scaleEn.ts';

/** The figures of the sweep and the line that reads their points out. */
export function SweepFigures() {
  const { sweep } = useExperiment();
  const readout = useRef<HTMLParagraphElement>(null);
  const listen = useCallback((point: FigurePoint | null) => {
    if (readout.current) readout.current.textContent = point?.readout ?? scaleEn.hint;
  }, []);
  return (
    <>
      <div key={sweep} className="sweep-figures is-beside">
        <CurveFigure
          panel={gainPanel}
          label={scaleEn.figures.gain.title.wide}
          listen={listen}
          className="main-figure"
        />
        <CurveFigure
          panel={gainLensPanel}
          label={scaleEn.figures.gain.title.narrow}
          listen={listen}
          className="companion-figure"
        />
      </div>
      <p ref={readout} className="readout">
        {scaleEn.hint}
      </p>
    </>
  );
}
