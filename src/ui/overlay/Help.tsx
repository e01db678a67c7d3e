import type { ReactNode } from 'react';
import { pageWords } from '#ui/text/words.ts';
import { Tip } from './Tip.tsx';

/** A word whose meaning is one tap away. */
export function Help({ word, children }: { word: string; children: ReactNode }) {
  return (
    <Tip className="help-word" title={pageWords.help} align="start" trigger={word}>
      {children}
    </Tip>
  );
}
