import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { isGainOut } from '#experiment/derived/isGainOut.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { useHidden } from './useHidden.ts';

/** What the kind of network says of g*, and of the gain at all; empty where the gain does what it says. */
function gainWords(experiment: Experiment): string {
  const { residual, tied, norm } = effectiveSampling(experiment);
  const words = dictionary('page').branches;
  if (isGainOut(experiment)) return words.gainOut;
  if (typeof experiment.gain !== 'string') return '';
  if (tied === 1) return words.tiedGain;
  if (residual > 0) return words.bestGain;
  return norm === 'none' ? '' : words.normGain;
}

/** What stands below the kinds of network: the usual strength of branches, what the gain does there, and what cannot be done as asked. */
export function BranchCompanions() {
  const experiment = useExperiment();
  const change = useChange();
  const { limitation, residual } = effectiveSampling(experiment);
  const root = Number((1 / Math.sqrt(experiment.depth)).toPrecision(4));
  const isHidden = useHidden();
  const words = dictionary('page').branches;
  const gain = gainWords(experiment);
  return (
    <div className="branch-companions">
      {!isHidden('residual') && (
        <button
          type="button"
          title={words.rootHelp}
          aria-pressed={experiment.residual === root}
          onClick={() => change({ residual: root })}
        >
          {words.root}
        </button>
      )}
      {limitation && <p className="complaint">{dictionary('experiment').limitation[limitation]}</p>}
      {residual > 0 && <p className="complaint">{words.gradientOfH}</p>}
      {gain && <p className="complaint">{gain}</p>}
    </div>
  );
}
