import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './update.css';
import { useEffect, useState } from 'react';

const words = () => dictionary('afterStart').update;

/**
 * Says that a newer version waits; nothing changes until the button is pressed. `start` loads it, or answers false where
 * the old one cannot be left.
 */
export function UpdateNotice({ start }: { start: () => Promise<boolean> }) {
  const [stage, setStage] = useState<'offered' | 'asked' | 'held' | 'closed'>('offered');
  const isClosed = stage === 'closed';
  useEffect(() => {
    document.documentElement.toggleAttribute('data-band', !isClosed);
  }, [isClosed]);
  if (isClosed) return null;
  async function ask(): Promise<void> {
    if (stage !== 'offered') return;
    setStage('asked');
    if (!(await start())) setStage('held');
  }
  return (
    <section className="update-notice" role="status" aria-label={words().label}>
      <span>{stage === 'held' ? words().held : words().ready}</span>
      {stage !== 'held' && (
        <button type="button" aria-disabled={stage === 'asked'} onClick={ask}>
          {words().reload}
        </button>
      )}
      <button type="button" onClick={() => setStage('closed')}>
        {stage === 'held' ? words().close : words().later}
      </button>
    </section>
  );
}
