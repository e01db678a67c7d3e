import { lazy, Suspense, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';

const InsightFigure = lazy(() =>
  loadWith('insight', () => import('./InsightFigure.tsx')).then((file) => ({ default: file.InsightFigure })),
);

/** Two figures of what the right gain does not fix; each is loaded, and computed, only while it is open. */
export function Insights() {
  return (
    <section className="insights" aria-label={dictionary('page').insights.label}>
      <Disclosure name="alignment" />
      <Disclosure name="stretch" />
    </section>
  );
}

function Disclosure({ name }: { name: 'alignment' | 'stretch' }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{dictionary('page').insights[name]}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <InsightFigure name={name} />
        </Suspense>
      )}
    </details>
  );
}
