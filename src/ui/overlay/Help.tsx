import type { ReactNode } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { Tip } from './Tip.tsx';

/** A word whose meaning is one tap away. */
export function Help({ word, children }: { word: string; children: ReactNode }) {
  return (
    <Tip className="help-word" title={dictionary('page').help} align="start" trigger={word}>
      {children}
    </Tip>
  );
}
