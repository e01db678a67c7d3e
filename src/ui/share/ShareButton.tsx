import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const ShareDialog = lazyPart('share', () =>
  loadWith('share', () => loadWith('afterStart', () => import('./ShareDialog.tsx'))).then(
    (file) => file.ShareDialog,
  ),
);

/** Opens what hands the experiment to others; loaded when it is first asked for. */
export function ShareButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {dictionary('page').actions.share}
      </button>
      {isOpen && <ShareDialog waiting={null} giveUp={close} onClose={close} />}
    </>
  );
}
