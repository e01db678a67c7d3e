import '#ui/style/update.css';
import { useState } from 'react';
import { offlineWords } from './offlineWords.ts';

/** Says that a newer version waits; nothing changes until the button is pressed. */
export function UpdateNotice({ onReload }: { onReload: () => void }) {
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <section className="update-notice" role="status" aria-label={offlineWords.label}>
      <span>{offlineWords.ready}</span>
      <button type="button" onClick={onReload}>
        {offlineWords.reload}
      </button>
      <button type="button" onClick={() => setIsOpen(false)}>
        {offlineWords.later}
      </button>
    </section>
  );
}
