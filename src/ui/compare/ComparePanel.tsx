import { useEffect, useRef } from 'react';
import './compare.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { mostPins, withPinned } from '#run/compare/pinning.ts';
import { presetExperiments, presetNames } from '#run/compare/presets.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { CompareTable, type Comparison } from './CompareTable.tsx';

const words = () => dictionary('compare');

interface ComparePanelProps<Fact extends string> {
  readonly comparison: Comparison<Fact>;
  /** How what is kept is made. */
  readonly help: string;
}

/** What an experiment may be compared with at one click, and the table of those that it is. */
export function ComparePanel<Fact extends string>({ comparison, help }: ComparePanelProps<Fact>) {
  const experiment = useExperiment();
  const change = useChange();
  const panel = useRef<HTMLDivElement>(null);
  // It opens below the edge of most screens. In newer browsers scrolling answers with a promise: nothing to clean up with.
  useEffect(() => void panel.current?.scrollIntoView({ block: 'nearest' }), []);
  const isFull = experiment.pins.length >= mostPins;
  return (
    <div ref={panel} className="compare">
      <fieldset className="compare-presets" aria-label={words().presetsLabel}>
        <span aria-hidden="true">{words().presetsLabel}</span>
        {presetNames.map((name) => (
          <button
            key={name}
            type="button"
            disabled={isFull}
            onClick={() => change(withPinned(experiment, presetExperiments(name, experiment)))}
          >
            {words().presets[name]}
          </button>
        ))}
        {isFull && <span>{words().full}</span>}
      </fieldset>
      {experiment.pins.length > 0 && <CompareTable {...comparison} />}
      <p>{help}</p>
    </div>
  );
}
