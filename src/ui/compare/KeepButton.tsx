import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { canPin, withPinned } from '#run/compare/pinning.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';

/** Keeps the experiment in the figures, to be compared with. */
export function KeepButton() {
  const experiment = useExperiment();
  const change = useChange();
  const { keep, keepHelp } = dictionary('page').actions;
  return (
    <button
      type="button"
      title={keepHelp}
      disabled={!canPin(experiment, experiment)}
      onClick={() => change(withPinned(experiment, [experiment]))}
    >
      {keep}
    </button>
  );
}
