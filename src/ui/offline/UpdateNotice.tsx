import './update.css';
import { useState } from 'react';
import { offlineWords } from './offlineWords.ts';

/**
 * Says that a newer version waits; nothing changes until the button is pressed. `start` loads it, or answers false where
 * the old one cannot be left.
 */
export function UpdateNotice({ start }: { start: () => Promise<boolean> }) {
  const [stage, setStage] = useState<'offered' | 'asked' | 'held' | 'closed'>('offered');
  if (stage === 'closed') return null;
  async function ask(): Promise<void> {
    if (stage !== 'offered') return;
    setStage('asked');
    if (!(await start())) setStage('held');
  }
  return (
    <section className="update-notice" role="status" aria-label={offlineWords.label}>
      <span>{stage === 'held' ? offlineWords.held : offlineWords.ready}</span>
      {stage !== 'held' && (
        <button type="button" aria-disabled={stage === 'asked'} onClick={ask}>
          {offlineWords.reload}
        </button>
      )}
      <button type="button" onClick={() => setStage('closed')}>
        {stage === 'held' ? offlineWords.close : offlineWords.later}
      </button>
    </section>
  );
}
