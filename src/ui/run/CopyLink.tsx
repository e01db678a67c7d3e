import { useState } from 'react';
import { currentHash } from '#state/linkSync.ts';
import { usePage } from '#ui/PageContext.ts';
import { en } from '#ui/text/en.ts';

const shownMs = 2000;

/** Copies the address of exactly this experiment. */
export function CopyLink() {
  const { store } = usePage();
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    const address = new URL(currentHash(store), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setAnswer(en.actions.copied);
    } catch {
      location.replace(currentHash(store));
      setAnswer(en.actions.copyFailed);
    }
    setTimeout(() => setAnswer(''), shownMs);
  }
  return (
    <button type="button" onClick={copy} aria-live="polite">
      {answer === '' ? en.actions.copyLink : answer}
    </button>
  );
}
