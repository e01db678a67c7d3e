import { type MouseEvent, useContext, useEffect, useRef } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { View } from '#experiment/experiment.ts';
import { withView } from '#experiment/lessons/lessonExperiment.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { viewNames } from '#experiment/schema.ts';
import { showView } from '#run/store.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { countText } from '#ui/text/countText.ts';
import { useExperiment, usePage, useWalkState } from './PageContext.ts';
import { ShownViewContext } from './ShownViewContext.ts';

/** What had the focus goes with the page of the view before: the new one's tab takes it over. */
function useKeptFocus(view: View) {
  const tab = useRef<HTMLAnchorElement>(null);
  const shown = useContext(ShownViewContext);
  useEffect(() => {
    if (!shown) return;
    const isOther = shown.current !== null && shown.current !== view;
    if (isOther && document.activeElement === document.body) tab.current?.focus();
    shown.current = view;
  }, [shown, view]);
  return tab;
}

/** The views of the page; training that goes on unseen says so in its tab. */
export function ViewTabs() {
  const experiment = useExperiment();
  const { store } = usePage();
  const isTraining = useWalkState(({ training }) => training.status === 'running');
  const steps = useWalkState(({ trainedSteps }) => trainedSteps);
  const current = useKeptFocus(experiment.view);
  const isHidden = useHidden();
  if (isHidden('tabs')) return null;
  const showsSteps = isTraining && experiment.view !== 'train';
  return (
    <nav className="view-tabs" aria-label={dictionary('page').viewsLabel}>
      {viewNames.map((view) => (
        <a
          key={view}
          ref={experiment.view === view ? current : null}
          href={`#${formatLink(withView(experiment, view))}`}
          aria-current={experiment.view === view ? 'page' : undefined}
          onClick={(event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            showView(store, view);
          }}
        >
          {dictionary('page').views[view]}
          {view === 'train' && showsSteps && (
            <span className="tab-state"> · {dictionary('page').stillTraining(countText(steps))}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
