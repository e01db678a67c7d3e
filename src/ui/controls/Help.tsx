import type { ReactNode } from 'react';
import { en } from '#ui/text/en.ts';
import { Tip } from './Tip.tsx';

/** A word whose meaning is one tap away. */
export function Help({ word, children }: { word: string; children: ReactNode }) {
  return (
    <Tip className="help-word" title={en.help} align="start" trigger={word}>
      {children}
    </Tip>
  );
}
