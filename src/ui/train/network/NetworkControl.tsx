import { useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { saveFile } from '#ui/export/saveFile.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { usePage } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';
import { networkFile, openNetwork } from './openNetwork.ts';

/** Saves the trained network with its experiment, and goes on with one that was saved. */
export function NetworkControl() {
  const words = dictionary('train').network;
  const { store } = usePage();
  const training = useTraining();
  const input = useRef<HTMLInputElement>(null);
  const isThere = useTrainRecord((record) => (record?.checkpoint ?? null) !== null);
  async function save(): Promise<void> {
    const bytes = await networkFile(training);
    if (bytes) saveFile(`${words.file}.safetensors`, new Blob([bytes]));
  }
  return (
    <div className="data-control">
      <Help word={words.label}>{words.help}</Help>
      <span className="data-buttons">
        <button type="button" disabled={!isThere} onClick={save}>
          {words.save}
        </button>
        <input
          ref={input}
          className="network-input"
          type="file"
          accept=".safetensors"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) openNetwork(store, training, file);
            target.value = '';
          }}
        />
        <button type="button" onClick={() => input.current?.click()}>
          {words.open}
        </button>
      </span>
    </div>
  );
}
