import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { en } from '#ui/text/en.ts';

/** A word whose meaning is one tap away. */
export function Help({ word, children }: { word: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="help-word" title={en.help}>
        {word}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="help-text" side="bottom" align="start" collisionPadding={12}>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
