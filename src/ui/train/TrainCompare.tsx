import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './compare.css';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const TrainComparison = lazyPart('compare', () =>
  loadWith('compare', () => import('#ui/compare/TrainComparison.tsx')).then((file) => file.TrainComparison),
);

interface TrainCompareProps {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Trainings side by side, loaded and shown only while it is open. */
export function TrainCompare({ isOpen, onToggle }: TrainCompareProps) {
  const kept = useExperiment().pins.length;
  return (
    <details className="train-compare" onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary>
        {dictionary('page').insights.compare}
        {kept > 0 && ` (${kept})`}
      </summary>
      {isOpen && <TrainComparison waiting={null} />}
    </details>
  );
}
