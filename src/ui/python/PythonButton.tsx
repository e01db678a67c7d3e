import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const PythonDialog = lazyPart('python', () =>
  loadWith('share', () => import('./PythonDialog.tsx')).then((file) => file.PythonDialog),
);

/** Opens the experiment as a PyTorch script; writer and dialog are loaded at the first click. */
export function PythonButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {dictionary('page').actions.python}
      </button>
      {isOpen && <PythonDialog waiting={null} giveUp={close} onClose={close} />}
    </>
  );
}
