import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { useHidden } from './useHidden.ts';

/** What stands below the kinds of network: the usual strength of branches, what g* does not mend, and what cannot be done as asked. */
export function BranchCompanions() {
  const experiment = useExperiment();
  const change = useChange();
  const { limitation, residual, tied } = effectiveSampling(experiment);
  const root = Number((1 / Math.sqrt(experiment.depth)).toPrecision(4));
  const isHidden = useHidden();
  const usesBest = typeof experiment.gain === 'string';
  return (
    <div className="branch-companions">
      {!isHidden('residual') && (
        <button
          type="button"
          title={dictionary('page').branches.rootHelp}
          aria-pressed={experiment.residual === root}
          onClick={() => change({ residual: root })}
        >
          {dictionary('page').branches.root}
        </button>
      )}
      {limitation && <p className="complaint">{dictionary('experiment').limitation[limitation]}</p>}
      {tied === 1 && usesBest && <p className="complaint">{dictionary('page').branches.tiedGain}</p>}
      {residual > 0 && usesBest && <p className="complaint">{dictionary('page').branches.bestGain}</p>}
    </div>
  );
}
