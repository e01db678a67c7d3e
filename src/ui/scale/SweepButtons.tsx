import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { restart } from '#run/store.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { useSweeping, useSweepRecord } from './SweepingContext.ts';

const actions = () => dictionary('scale').actions;

/** Run, Cancel or Resume; Restart. */
export function SweepButtons() {
  const { store } = usePage();
  const sweeping = useSweeping();
  const status = useSweepRecord(({ run }) => run.status);
  const hasPoints = useSweepRecord(({ measured }) => measured.size > 0);
  const isHidden = useHidden();
  if (isHidden('run')) return null;
  const isRunning = status === 'running';
  const isBroken = hasPoints && (status === 'cancelled' || status === 'failed');
  const start = isBroken ? actions().resume : actions().run;
  return (
    <div className="run-buttons">
      <button
        type="button"
        className="primary"
        onClick={() => (isRunning ? sweeping.cancel() : sweeping.resume())}
      >
        {isRunning ? actions().cancel : start}
      </button>
      <button type="button" title={actions().restartHelp} onClick={() => restart(store)}>
        {actions().restart}
      </button>
    </div>
  );
}
