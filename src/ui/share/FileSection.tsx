import { useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { experimentFile } from '#experiment/link/experimentFile.ts';
import { saveFile } from '#ui/export/saveFile.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { openWithNotice } from './openWithNotice.ts';

const words = () => dictionary('share').file;

/** The experiment as a file, out and in, and the page on paper. */
export function FileSection({ link, onOpened }: { link: string; onOpened: () => void }) {
  const { store, api } = usePage();
  const [withResults, setWithResults] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function save(): void {
    const { experiment } = store.getState();
    const content = experimentFile(experiment, link, withResults ? api.results() : null);
    saveFile(
      `gradient-walk-${experiment.view}.json`,
      new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: 'application/json' }),
    );
  }
  async function open(files: readonly File[]): Promise<void> {
    await openWithNotice(store, files);
    // What became of it, good or bad, stands on the page behind.
    onOpened();
  }

  return (
    <section>
      <h3>{words().title}</h3>
      <div className="share-row">
        <button type="button" onClick={save}>
          {words().save}
        </button>
        <label>
          <input
            type="checkbox"
            checked={withResults}
            onChange={(event) => setWithResults(event.target.checked)}
          />
          {words().withResults}
        </label>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={words().openLabel}
          onChange={(event) => open(Array.from(event.target.files ?? []))}
        />
        <button type="button" onClick={() => input.current?.click()}>
          {words().open}
        </button>
        <button
          type="button"
          onClick={() => {
            onOpened();
            setTimeout(() => print(), 100);
          }}
        >
          {words().print}
        </button>
      </div>
      <p className="share-hint">{words().hint}</p>
    </section>
  );
}
