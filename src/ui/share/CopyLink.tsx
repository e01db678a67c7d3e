import { useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';

const shownMs = 2000;

interface CopyLineProps {
  readonly label: string;
  readonly text: string;
  /** What its button says. */
  readonly action: string;
  readonly isPrimary?: boolean;
}

/** A line in a field, and the button that copies it. */
export function CopyLine({ label, text, action, isPrimary = false }: CopyLineProps) {
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
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
        aria-label={label}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className={isPrimary ? 'primary' : ''} onClick={copy} aria-live="polite">
        {answer === '' ? action : answer}
      </button>
    </div>
  );
}

/** The experiment's link, and the button that copies it. */
export function CopyLink({ link }: { link: string }) {
  const { linkLabel, copy } = dictionary('share');
  return <CopyLine label={linkLabel} text={link} action={copy} isPrimary />;
}
