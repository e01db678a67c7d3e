import '#ui/style/update.css';
import { useEffect, useState } from 'react';
import { offlineWords } from './offlineWords.ts';

/** A browser may keep the old service worker while it is busy: after this long one is told what helps. */
const patienceMs = 5000;

/** Says that a newer version waits; nothing changes until the button is pressed. */
export function UpdateNotice({ onReload }: { onReload: () => void }) {
  const [stage, setStage] = useState<'offered' | 'asked' | 'held' | 'closed'>('offered');
  useEffect(() => {
    if (stage !== 'asked') return undefined;
    const timer = setTimeout(() => setStage('held'), patienceMs);
    return () => clearTimeout(timer);
  }, [stage]);
  if (stage === 'closed') return null;
  function ask(): void {
    if (stage !== 'offered') return;
    setStage('asked');
    onReload();
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
