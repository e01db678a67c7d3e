import { dictionary } from '#experiment/dictionary/dictionary.ts';

/** The first stop of the Tab key: past header and controls. A button, since what stands behind `#` is the experiment. */
export function SkipLink() {
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
    >
      {dictionary('page').skip}
    </button>
  );
}
