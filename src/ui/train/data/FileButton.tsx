import { useRef } from 'react';
import { useTraining } from '#ui/train/TrainingContext.ts';

/** Asks for files of data. */
export function FileButton({ label }: { label: string }) {
  const training = useTraining();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          training.take({ from: 'files', files: Array.from(target.files ?? []) });
          // Else the same file, mended, could not be chosen again: nothing would have changed.
          target.value = '';
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
