import { lazy, type ReactNode, Suspense, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';

/** Loaded with the first tap. */
const OpenSheet = lazy(() =>
  import('#ui/overlay/OpenSheet.tsx').then((file) => ({ default: file.OpenSheet })),
);

/** All controls in a sheet, where the page has no room for a column of them. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {dictionary('page').actions.more}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <OpenSheet onClose={() => setOpen(false)}>{children}</OpenSheet>
        </Suspense>
      )}
    </>
  );
}
