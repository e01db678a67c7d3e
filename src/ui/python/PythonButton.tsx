import { lazy, Suspense, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';

const PythonDialog = lazy(() =>
  loadWith('python', () => import('./PythonDialog.tsx')).then((file) => ({ default: file.PythonDialog })),
);

/** Opens the experiment as a PyTorch script; writer and dialog are loaded at the first click. */
export function PythonButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {dictionary('page').actions.python}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PythonDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
