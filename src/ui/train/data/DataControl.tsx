import { useEffect } from 'react';
import { dataFacts, ownIdentity } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { saveFile } from '#ui/export/saveFile.ts';
import { useExperiment, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { FileButton } from './FileButton.tsx';
import { identityWords } from './identityWords.ts';
import { KeptSets } from './KeptSets.tsx';

const words = () => dictionary('own');

/** Saves the data, which a script in Python cannot make itself. */
function SaveData({ name }: { name: string }) {
  const { store } = usePage();
  const training = useTraining();
  const file = useWalkState((state) => state.dataFile);
  useEffect(() => {
    if (file === null) return;
    saveFile(`${name}.npz`, new Blob([file.bytes]));
    store.setState({ dataFile: null });
  }, [file, name, store]);
  return (
    <button type="button" onClick={() => training.askFile()}>
      {words().save}
    </button>
  );
}

/** Of data that a script cannot make: which they are, the way to others, and the file for Python. */
export function DataControl() {
  const experiment = useExperiment();
  const identity = ownIdentity(experiment);
  const isOwn = experiment.data === 'own';
  const isSaved = (dataFacts(experiment).python?.argument ?? null) !== null;
  if (!isSaved) return null;
  if (isOwn && !identity) return <KeptSets />;
  return (
    <div className="data-control">
      {identity && (
        <p>
          <strong>{identity.name}</strong> {identityWords(identity)}
        </p>
      )}
      <span className="data-buttons">
        {identity && <FileButton label={words().other} />}
        <SaveData name={identity?.name ?? experiment.data} />
      </span>
      {isOwn && <KeptSets />}
    </div>
  );
}
