import { lazy, Suspense, useState } from 'react';
import { pythonWords } from './pythonWords.ts';

const PythonDialog = lazy(() =>
  import('./PythonDialog.tsx').then((file) => ({ default: file.PythonDialog })),
);

/** Opens the experiment as a PyTorch script; writer and dialog are loaded at the first click. */
export function PythonButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {pythonWords.button}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PythonDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
