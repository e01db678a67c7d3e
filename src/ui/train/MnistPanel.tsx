import { useEffect, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import { useExperiment, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';
import { useTrainRecord } from './useTrainRecord.ts';

const words = () => dictionary('train').mnist;

/** Takes files that are dropped anywhere on the page. */
function useDroppedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length > 0) latest.current(files);
    };
    addEventListener('dragover', allow);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', allow);
      removeEventListener('drop', drop);
    };
  }, []);
}

/** What is known of MNIST on this page, in words. */
function IntakeWords() {
  const intake = useWalkState((state) => state.intake);
  const complaint = useTrainRecord((record) => record?.started?.complaint ?? null);
  if (intake?.status === 'working') {
    return (
      <p>
        {words().working[intake.what]} <progress max={1} value={intake.share} aria-label={words().title} />
      </p>
    );
  }
  if (intake?.status === 'failed') {
    return (
      <p>
        {reasonText(intake.reason)} {words().goesOn}
      </p>
    );
  }
  if (intake?.status === 'done')
    return <p>{words().done(intake.trainCount, intake.heldOutCount, intake.kept)}</p>;
  return <p>{complaint ? `${reasonText(complaint)} ${words().instead}` : words().drop}</p>;
}

/** Where real digits come from: dropped, chosen, or fetched on request. Shown while MNIST is asked for and not there. */
export function MnistPanel() {
  const { data } = useExperiment();
  const training = useTraining();
  const intake = useWalkState((state) => state.intake);
  const isMissing = useTrainRecord((record) => (record?.started?.complaint ?? null) !== null);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[]) => training.take({ from: 'files', files });
  useDroppedFiles(take);
  const isAsked = data === 'mnist' && isMissing;
  if (!isAsked && (intake === null || (intake.status === 'done' && data !== 'mnist'))) return null;
  return (
    <section className="notice mnist" role="status" aria-label={words().title}>
      <IntakeWords />
      {intake?.status !== 'done' && (
        <span className="mnist-buttons">
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={({ target }) => {
              take(Array.from(target.files ?? []));
              // Else the same file, mended, could not be chosen again: nothing would have changed.
              target.value = '';
            }}
          />
          <button type="button" onClick={() => input.current?.click()}>
            {words().choose}
          </button>
          <button type="button" onClick={() => training.take({ from: 'mirror' })}>
            {words().fetch}
          </button>
        </span>
      )}
    </section>
  );
}
