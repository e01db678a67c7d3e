import { useMemo, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { pythonScript } from '#python/pythonScript.ts';
import { Sheet } from '#ui/overlay/Sheet.tsx';
import { useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import './python.css';

const words = () => dictionary('share').python;

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-python' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A browser may read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The experiment as a PyTorch script, to read, copy or save. */
export function PythonDialog({ onClose }: { onClose: () => void }) {
  const experiment = useExperiment();
  const found = useFoundGains();
  const script = useMemo(
    () => pythonScript(experiment, found, new URL(location.pathname, location.href).href),
    [experiment, found],
  );
  const [answer, setAnswer] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(script.text);
      setAnswer(words().copied);
    } catch {
      setAnswer(words().copyFailed);
    }
  }
  return (
    <Sheet title={words().title} className="sheet python-sheet" description={words().what} onClose={onClose}>
      <textarea readOnly spellCheck={false} aria-label={words().script} value={script.text} />
      <div className="python-buttons">
        <button type="button" onClick={copy}>
          {words().copy}
        </button>
        <button type="button" onClick={() => save(script.name, script.text)}>
          {words().save(script.name)}
        </button>
        <span role="status">{answer}</span>
      </div>
    </Sheet>
  );
}
