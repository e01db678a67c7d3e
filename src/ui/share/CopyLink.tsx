import { useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';

const shownMs = 2000;

/** A link in a field, and the button that copies it. */
export function CopyLink({ link }: { link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setAnswer(dictionary('share').copied);
    } catch {
      setAnswer(dictionary('share').copyFailed);
    }
    setTimeout(() => setAnswer(''), shownMs);
  }
  return (
    <div className="copy-link">
      <input
        ref={field}
        className="link-field"
        readOnly
        aria-label={dictionary('share').linkLabel}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="primary" onClick={copy} aria-live="polite">
        {answer === '' ? dictionary('share').copy : answer}
      </button>
    </div>
  );
}
