import type { ReactNode } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { PythonButton } from '#ui/python/PythonButton.tsx';
import { SeedControl } from '#ui/run/SeedControl.tsx';
import { Sheet } from './Sheet.tsx';

/** The sheet of all controls, while it is open. */
export function OpenSheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Sheet title={dictionary('page').actions.more} className="sheet" onClose={onClose}>
      {children}
      <ChoiceControl name="theme" />
      <ChoiceControl name="lang" />
      <SeedControl />
      <PythonButton />
    </Sheet>
  );
}
