import type { ReactNode } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { RunState } from '#run/runState.ts';
import { restart } from '#run/store.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage, useWalkState } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const actions = () => dictionary('page').actions;

/** Behind the first picture: there is nothing to keep before. */
const KeepButton = lazyPart('compare', () =>
  import('#ui/compare/KeepButton.tsx').then((file) => file.KeepButton),
);

/** What the buttons act on: walks, or training. */
interface RunHold {
  run(): void;
  pause(): void;
  step(): void;
}

interface RunButtonsProps {
  readonly hold: RunHold;
  readonly status: RunState['status'];
  /** What one step is. */
  readonly stepHelp: string;
  readonly children?: ReactNode;
}

/** Run or Pause, Step, Restart. */
export function RunButtons({ hold, status, stepHelp, children }: RunButtonsProps) {
  const { store } = usePage();
  const isHidden = useHidden();
  if (isHidden('run')) return null;
  const isRunning = status === 'running';
  return (
    <div className="run-buttons">
      <button type="button" className="primary" onClick={() => (isRunning ? hold.pause() : hold.run())}>
        {isRunning ? actions().pause : actions().run}
      </button>
      <button type="button" title={stepHelp} onClick={() => hold.step()}>
        {actions().step}
      </button>
      <button type="button" title={actions().restartHelp} onClick={() => restart(store)}>
        {actions().restart}
      </button>
      {children}
    </div>
  );
}

/** Keeps a run in the figures, once there may be one. */
export function Keep() {
  const isReady = useWalkState((state) => state.engine.status === 'ready');
  const resting = (
    <button type="button" disabled>
      {actions().keep}
    </button>
  );
  return isReady ? <KeepButton waiting={resting} /> : resting;
}

/** The buttons of the walk. */
export function WalkButtons() {
  const { walk } = usePage();
  const status = useWalkState((state) => state.run.status);
  return (
    <RunButtons hold={walk} status={status} stepHelp={actions().stepHelp}>
      <Keep />
    </RunButtons>
  );
}
