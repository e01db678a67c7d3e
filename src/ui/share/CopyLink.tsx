import { type RefObject, useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';

const shownMs = 2000;

interface CopyLineProps {
  readonly label: string;
  readonly text: string;
  /** What its button says. */
  readonly action: string;
  readonly isPrimary?: boolean;
}

interface CopyButtonProps {
  readonly text: string;
  readonly action: string;
  readonly isPrimary?: boolean;
  /** The field that has the text: it is marked, so that one sees what was copied. */
  readonly field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
}

/** Copies a text, and what became of it for two seconds in place of what the button says. */
function useCopying(text: string, action: string): { said: string; copy: () => Promise<void> } {
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer(dictionary('share').copied);
    } catch {
      setAnswer(dictionary('share').copyFailed);
    }
    setTimeout(() => setAnswer(''), shownMs);
  }
  return { said: answer === '' ? action : answer, copy };
}

/** The button that copies what stands in a field. */
function CopyButton({ text, action, isPrimary = false, field }: CopyButtonProps) {
  const { said, copy } = useCopying(text, action);
  return (
    <button
      type="button"
      className={isPrimary ? 'primary' : ''}
      onClick={() => {
        field.current?.select();
        copy();
      }}
      aria-live="polite"
    >
      {said}
    </button>
  );
}

/** A line in a field, and the button that copies it. */
export function CopyLine({ label, text, action, isPrimary = false }: CopyLineProps) {
  const field = useRef<HTMLInputElement>(null);
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
      <CopyButton text={text} action={action} isPrimary={isPrimary} field={field} />
    </div>
  );
}

/** A text of several lines, none of them broken, and the button that copies it. */
export function CopyText({ label, text, action }: Omit<CopyLineProps, 'isPrimary'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="copy-link">
      <textarea
        ref={field}
        className="link-field"
        readOnly
        spellCheck={false}
        wrap="off"
        rows={text.split('\n').length}
        aria-label={label}
        value={text}
      />
      <CopyButton text={text} action={action} field={field} />
    </div>
  );
}

/** The experiment's link, and the button that copies it. */
export function CopyLink({ link }: { link: string }) {
  const { linkLabel, copy } = dictionary('share');
  return <CopyLine label={linkLabel} text={link} action={copy} isPrimary />;
}
