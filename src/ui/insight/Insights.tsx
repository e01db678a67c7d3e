import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { InsightName } from '#run/insight.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const InsightFigure = lazyPart('insight', () =>
  loadWith('insight', () => import('./InsightFigure.tsx')).then((file) => file.InsightFigure),
);

const names: readonly InsightName[] = ['alignment', 'stretch'];

/** Two figures of what the right gain does not fix; each is loaded, and computed, only while it is open. `onToggle` hears whether any is. */
export function Insights({ onToggle }: { onToggle: (isOpen: boolean) => void }) {
  const [open, setOpen] = useState<readonly InsightName[]>([]);
  function toggle(name: InsightName, isOpen: boolean): void {
    const next = names.filter((one) => (one === name ? isOpen : open.includes(one)));
    setOpen(next);
    onToggle(next.length > 0);
  }
  return (
    <section className="insights" aria-label={dictionary('page').insights.label}>
      {names.map((name) => (
        <details key={name} onToggle={({ currentTarget }) => toggle(name, currentTarget.open)}>
          <summary>{dictionary('page').insights[name]}</summary>
          {open.includes(name) && <InsightFigure name={name} waiting={null} />}
        </details>
      ))}
    </section>
  );
}
