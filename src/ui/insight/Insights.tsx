import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { InsightName } from '#run/insight.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { useWalkState } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const InsightFigure = lazyPart('insight', () =>
  loadWith('insight', () => import('./InsightFigure.tsx')).then((file) => file.InsightFigure),
);

const WalkComparison = lazyPart('compare', () =>
  loadWith('compare', () => import('#ui/compare/WalkComparison.tsx')).then((file) => file.WalkComparison),
);

const names: readonly ('compare' | InsightName)[] = ['compare', 'alignment', 'stretch'];

/** What stands below the figures, loaded and computed only while it is open: the comparison, and two figures of what the right gain does not fix. `onToggle` hears whether any is. */
export function Insights({ onToggle }: { onToggle: (isOpen: boolean) => void }) {
  const [open, setOpen] = useState<typeof names>([]);
  const kept = useWalkState((state) => state.experiment.pins.length);
  function toggle(name: (typeof names)[number], isOpen: boolean): void {
    const next = names.filter((one) => (one === name ? isOpen : open.includes(one)));
    setOpen(next);
    onToggle(next.length > 0);
  }
  return (
    <section className="insights" aria-label={dictionary('page').insights.label}>
      {names.map((name) => (
        <details key={name} onToggle={({ currentTarget }) => toggle(name, currentTarget.open)}>
          <summary>
            {dictionary('page').insights[name]}
            {name === 'compare' && kept > 0 && ` (${kept})`}
          </summary>
          {open.includes(name) &&
            (name === 'compare' ? (
              <WalkComparison waiting={null} />
            ) : (
              <InsightFigure name={name} waiting={null} />
            ))}
        </details>
      ))}
    </section>
  );
}
