import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { PythonButton } from '#ui/python/PythonButton.tsx';
import { SeedControl } from '#ui/run/SeedControl.tsx';
import { en } from '#ui/text/en.ts';
import { ChoiceControl } from './ChoiceControl.tsx';

/** All controls in a sheet, where the page has no room for a column of them. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger>{en.actions.more}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-shade" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <div className="sheet-head">
            <Dialog.Title>{en.actions.more}</Dialog.Title>
            <Dialog.Close>{en.actions.close}</Dialog.Close>
          </div>
          {children}
          <ChoiceControl name="theme" />
          <SeedControl />
          <PythonButton />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
