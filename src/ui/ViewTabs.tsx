import type { MouseEvent } from 'react';
import { viewNames } from '#state/experiment.ts';
import { withView } from '#state/lessons/lessonExperiment.ts';
import { formatLink } from '#state/linkCodec.ts';
import { showView } from '#state/store.ts';
import { useHidden } from './controls/useHidden.ts';
import { useExperiment, usePage, useWalkState } from './PageContext.ts';
import { countText } from './text/countText.ts';
import { pageWords } from './text/words.ts';

/** The views of the page; training that goes on unseen says so in its tab. */
export function ViewTabs() {
  const experiment = useExperiment();
  const { store } = usePage();
  const isTraining = useWalkState(({ training }) => training.status === 'running');
  const steps = useWalkState(({ trainedSteps }) => trainedSteps);
  const isHidden = useHidden();
  if (isHidden('tabs')) return null;
  const showsSteps = isTraining && experiment.view !== 'train';
  return (
    <nav className="view-tabs" aria-label={pageWords.viewsLabel}>
      {viewNames.map((view) => (
        <a
          key={view}
          href={`#${formatLink(withView(experiment, view))}`}
          aria-current={experiment.view === view ? 'page' : undefined}
          onClick={(event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            showView(store, view);
          }}
        >
          {pageWords.views[view]}
          {view === 'train' && showsSteps && (
            <span className="tab-state"> · {pageWords.stillTraining(countText(steps))}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
