import { Dialog } from 'radix-ui';
import './sheet.css';
import type { ReactNode } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useReturnFocus } from './useReturnFocus.ts';

interface SheetProps {
  readonly title: string;
  readonly className: string;
  /** What the sheet is, where its title does not say it. */
  readonly description?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, open as long as it is mounted; closed, it gives the focus back. */
export function Sheet({ title, className, description, onClose, children }: SheetProps) {
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-shade" />
        <Dialog.Content
          className={className}
          onCloseAutoFocus={returnFocus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="sheet-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close>{dictionary('page').actions.close}</Dialog.Close>
          </div>
          {description !== undefined && <Dialog.Description>{description}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
