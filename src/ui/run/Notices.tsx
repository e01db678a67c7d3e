import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { dismissNotices } from '#run/store.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { usePage, useWalkState } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const FaultWords = lazyPart('tip', () =>
  loadWith('afterStart', () => import('./FaultWords.tsx')).then((file) => file.FaultWords),
);

/** More notices are counted, not shown: the page stays one. */
const mostNotices = 8;

/** What could not be done as the link asked, each with what was done instead. */
export function LinkNotices() {
  const { store } = usePage();
  const notices = useWalkState((state) => state.notices);
  if (notices.length === 0) return null;
  const messages = [...new Set(notices.map(({ message }) => message))];
  return (
    <section className="notice" role="status" aria-label={dictionary('page').notices}>
      <ul>
        {messages.slice(0, mostNotices).map((message) => (
          <li key={message}>{message}</li>
        ))}
        {messages.length > mostNotices && (
          <li>{dictionary('page').moreNotices(messages.length - mostNotices)}</li>
        )}
      </ul>
      <button type="button" onClick={() => dismissNotices(store)}>
        {dictionary('page').actions.dismiss}
      </button>
    </section>
  );
}

/** What went wrong with the engine, and what runs instead. */
function EngineNotices() {
  const engine = useWalkState((state) => state.engine);
  const losses = useWalkState((state) => state.losses);
  const run = useWalkState((state) => state.run);
  const backend = engine.status === 'ready' ? engine.ready.backend : null;
  const faults = [...losses, ...(engine.status === 'ready' ? engine.ready.faults : [])];
  const message = engine.status === 'broken' ? engine.message : run.status === 'failed' && run.message;
  const failure = message ? `${dictionary('page').progress.failed}: ${message}` : '';
  if (faults.length === 0 && failure === '') return null;
  const fault = faults.at(-1);
  return (
    <section className="notice is-fault" role="status">
      <p>
        {fault && <FaultWords waiting={'\u00a0'} fault={fault} backend={backend} />} {failure}
      </p>
    </section>
  );
}

export function Notices() {
  return (
    <>
      <LinkNotices />
      <EngineNotices />
    </>
  );
}
