import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { restart } from '#run/store.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { useSweep, useSweepRecord, useSweepState } from './SweepContext.ts';

const actions = () => dictionary('scale').actions;

/** Run, Cancel or Resume; Restart. */
export function SweepButtons() {
  const { store } = usePage();
  const sweep = useSweep();
  const status = useSweepState((state) => state.status);
  const hasPoints = useSweepRecord(({ measured }) => measured.size > 0);
  const isHidden = useHidden();
  if (isHidden('run')) return null;
  const isRunning = status === 'running';
  const isBroken = hasPoints && (status === 'cancelled' || status === 'failed');
  const start = isBroken ? actions().resume : actions().run;
  return (
    <div className="run-buttons">
      <button type="button" className="primary" onClick={() => (isRunning ? sweep.cancel() : sweep.resume())}>
        {isRunning ? actions().cancel : start}
      </button>
      <button type="button" title={actions().restartHelp} onClick={() => restart(store)}>
        {actions().restart}
      </button>
    </div>
  );
}
