import { useRef, useState } from 'react';
import { shareWords } from './shareWords.ts';

const shownMs = 2000;

/** A link in a field, and the button that copies it. */
export function CopyLink({ link }: { link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setAnswer(shareWords.copied);
    } catch {
      setAnswer(shareWords.copyFailed);
    }
    setTimeout(() => setAnswer(''), shownMs);
  }
  return (
    <div className="copy-link">
      <input
        ref={field}
        className="link-field"
        readOnly
        aria-label={shareWords.linkLabel}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="primary" onClick={copy} aria-live="polite">
        {answer === '' ? shareWords.copy : answer}
      </button>
    </div>
  );
}
