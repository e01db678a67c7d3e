import { type ReactNode, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

/** Loaded with the first tap. */
const OpenSheet = lazyPart('settings', () =>
  import('#ui/overlay/OpenSheet.tsx').then(({ OpenSheet }) => OpenSheet),
);

/** All controls in a sheet, where the page has no room for a column of them. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {dictionary('page').actions.more}
      </button>
      {isOpen && (
        <OpenSheet waiting={null} giveUp={close} onClose={close}>
          {children}
        </OpenSheet>
      )}
    </>
  );
}
