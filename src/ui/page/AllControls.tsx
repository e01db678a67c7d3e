import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useChange, useExperiment } from './PageContext.ts';

/** The way back from a link that hides something: what a teacher leaves out is not locked away. */
export function AllControls() {
  const { hide } = useExperiment();
  const change = useChange();
  if (hide.length === 0) return null;
  return (
    <button
      type="button"
      className="all-controls"
      title={dictionary('page').actions.allControlsHelp}
      onClick={() => change({ hide: [] })}
    >
      {dictionary('page').actions.allControls}
    </button>
  );
}
