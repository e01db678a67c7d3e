import '#ui/style/update.css';
import { useState } from 'react';
import { offlineEn } from './offlineEn.ts';

/** Says that a newer version waits; nothing changes until the button is pressed. */
export function UpdateNotice({ onReload }: { onReload: () => void }) {
  const [isOpen, setIsOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <section className="update-notice" role="status" aria-label={offlineEn.label}>
      <span>{offlineEn.ready}</span>
      <button type="button" onClick={onReload}>
        {offlineEn.reload}
      </button>
      <button type="button" onClick={() => setIsOpen(false)}>
        {offlineEn.later}
      </button>
    </section>
  );
}
