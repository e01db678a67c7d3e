import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage, useWalkState } from '#ui/page/PageContext.ts';

/** Run or Pause of what is looked at; nothing where the view has its own button. */
function EmbedRun() {
  const { walk, training } = usePage();
  const view = useWalkState(({ experiment }) => experiment.view);
  const status = useWalkState(
    (state) => (state.experiment.view === 'train' ? state.training : state.run).status,
  );
  const isHidden = useHidden();
  if (isHidden('run') || (view !== 'walk' && view !== 'train')) return null;
  const isRunning = status === 'running';
  async function toggle(): Promise<void> {
    // A training that cannot be loaded is spoken of in its own place.
    const hold = view === 'train' ? await training().catch(() => null) : walk;
    if (isRunning) hold?.pause();
    else hold?.run();
  }
  return (
    <button type="button" className="primary" onClick={toggle}>
      {isRunning ? dictionary('page').actions.pause : dictionary('page').actions.run}
    </button>
  );
}

/** The same experiment as a page of its own. */
function OpenLink() {
  const experiment = useWalkState((state) => state.experiment);
  const unknown = useWalkState((state) => state.unknown);
  return (
    <a href={`#${formatLink({ ...experiment, embed: 0 }, unknown)}`} target="_blank" rel="noopener">
      {dictionary('embed').openHere}
    </a>
  );
}

/** The foot of an embedded figure: one button, or why there is none, and the way out. */
export function EmbedBar({ isCopy }: { isCopy: boolean }) {
  return (
    <section className="embed-bar" aria-label={dictionary('embed').bar}>
      {isCopy ? <span>{dictionary('embed').copy}</span> : <EmbedRun />}
      <OpenLink />
    </section>
  );
}
