import { useEffect, useRef } from 'react';
import { dataFacts, ownIdentity } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import { useExperiment, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { isNetworkName, openNetwork } from '#ui/train/network/openNetwork.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';
import { droppedFiles } from './droppedFiles.ts';
import { FileButton } from './FileButton.tsx';
import { identityWords } from './identityWords.ts';

const OwnPreview = lazyPart('insight', () => import('./OwnPreview.tsx').then(({ OwnPreview }) => OwnPreview));

/** Takes files that are dropped anywhere on the page. */
function useDroppedFiles(take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      if (!event.dataTransfer) return;
      droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) latest.current(files);
      });
    };
    addEventListener('dragover', allow);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', allow);
      removeEventListener('drop', drop);
    };
  }, []);
}

/** What is to be given for the data that are asked for. */
function askingWords(experiment: ReturnType<typeof useExperiment>): string {
  const { limits } = dataFacts(experiment);
  return limits ? dictionary('own').drop(limits) : dictionary('train').mnist.drop;
}

/** What is known of the files on this page, in words. */
function IntakeWords() {
  const words = dictionary('train').mnist;
  const experiment = useExperiment();
  const intake = useWalkState((state) => state.intake);
  const complaint = useTrainRecord((record) => record?.started?.complaint ?? null);
  if (intake?.status === 'working') {
    return (
      <p>
        {words.working[intake.what]} <progress max={1} value={intake.share} aria-label={words.title} />
      </p>
    );
  }
  if (intake?.status === 'failed') {
    return (
      <p>
        {reasonText(intake.reason)} {words.goesOn}
      </p>
    );
  }
  if (intake?.status === 'done') {
    const identity = ownIdentity(experiment);
    return (
      <p>
        {identity
          ? dictionary('own').done(identity.name, identityWords(identity), intake.kept)
          : words.done(intake.trainCount, intake.heldOutCount, intake.kept)}
      </p>
    );
  }
  if (!complaint) return <p>{askingWords(experiment)}</p>;
  return (
    <p>
      {reasonText(complaint)} {words.instead}
      {experiment.data === 'own' && ` ${askingWords(experiment)}`}
    </p>
  );
}

/**
 * Where data that the app does not make itself come from: dropped, chosen, or for MNIST fetched on request. Shown while
 * such data are asked for and not there, and while files are taken in.
 */
export function DataPanel() {
  const { data } = useExperiment();
  const training = useTraining();
  const intake = useWalkState((state) => state.intake);
  const isMissing = useTrainRecord((record) => (record?.started?.complaint ?? null) !== null);
  const { store } = usePage();
  useDroppedFiles((files) => {
    const network = files.find(({ name }) => isNetworkName(name));
    if (network) openNetwork(store, training, network);
    else training.take({ from: 'files', files });
  });
  const isAsked = (data === 'mnist' || data === 'own') && isMissing;
  const isDone = intake?.status === 'done';
  if (intake?.status === 'read') return <OwnPreview preview={intake.preview} waiting={<Loading />} />;
  if (!isAsked && (intake === null || (isDone && data !== (intake.own === null ? 'mnist' : 'own'))))
    return null;
  const words = dictionary('train');
  return (
    <section
      className="notice data-panel"
      role="status"
      aria-label={data === 'mnist' ? words.mnist.title : dictionary('own').title}
    >
      <IntakeWords />
      {!isDone && (
        <span className="data-buttons">
          <FileButton label={data === 'mnist' ? words.mnist.choose : dictionary('own').choose} />
          {data === 'mnist' && (
            <button type="button" onClick={() => training.take({ from: 'mirror' })}>
              {words.mnist.fetch}
            </button>
          )}
        </span>
      )}
    </section>
  );
}
