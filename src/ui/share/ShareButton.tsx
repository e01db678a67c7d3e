import { lazy, Suspense, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';

const ShareDialog = lazy(() =>
  loadWith('share', () => import('./ShareDialog.tsx')).then((file) => ({ default: file.ShareDialog })),
);

/** Opens what hands the experiment to others; loaded when it is first asked for. */
export function ShareButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {dictionary('page').actions.share}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
