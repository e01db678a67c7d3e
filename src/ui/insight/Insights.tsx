import { lazy, Suspense, useState } from 'react';
import { insightSummaryWords } from './insightSummaryWords.ts';

const InsightFigure = lazy(() =>
  import('./InsightFigure.tsx').then((file) => ({ default: file.InsightFigure })),
);

/** Two figures of what the right gain does not fix; each is loaded, and computed, only while it is open. */
export function Insights() {
  return (
    <section className="insights" aria-label={insightSummaryWords.label}>
      <Disclosure name="alignment" />
      <Disclosure name="stretch" />
    </section>
  );
}

function Disclosure({ name }: { name: 'alignment' | 'stretch' }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{insightSummaryWords[name]}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <InsightFigure name={name} />
        </Suspense>
      )}
    </details>
  );
}
