import { restart } from '#state/store.ts';
import { usePage, useWalkState } from '#ui/PageContext.ts';
import { en } from '#ui/text/en.ts';

const { actions } = en;

/** Run or Pause, Step, Restart. */
export function RunButtons() {
  const { session, store } = usePage();
  const status = useWalkState((state) => state.run.status);
  const isRunning = status === 'running';
  return (
    <div className="run-buttons">
      <button type="button" className="primary" onClick={() => (isRunning ? session.pause() : session.run())}>
        {isRunning ? actions.pause : actions.run}
      </button>
      <button type="button" title={actions.stepHelp} onClick={() => session.step()}>
        {actions.step}
      </button>
      <button type="button" title={actions.restartHelp} onClick={() => restart(store)}>
        {actions.restart}
      </button>
    </div>
  );
}
