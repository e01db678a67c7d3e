import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { PythonButton } from '#ui/python/PythonButton.tsx';
import { SeedControl } from '#ui/run/SeedControl.tsx';
import { pageWords } from '#ui/text/words.ts';
import { ChoiceControl } from './ChoiceControl.tsx';

/** The sheet of all controls, while it is open. */
export function OpenSheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Dialog.Root defaultOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-shade" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <div className="sheet-head">
            <Dialog.Title>{pageWords.actions.more}</Dialog.Title>
            <Dialog.Close>{pageWords.actions.close}</Dialog.Close>
          </div>
          {children}
          <ChoiceControl name="theme" />
          <ChoiceControl name="lang" />
          <SeedControl />
          <PythonButton />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
