import { useStore } from 'zustand';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { Tip } from '#ui/overlay/Tip.tsx';
import { usePage, useWalkState } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { deviceText } from '#ui/text/deviceText.ts';

const words = () => dictionary('page').badge;

const BadgeTip = lazyPart('tip', () =>
  loadWith('afterStart', () => import('./BadgeTip.tsx')).then((file) => file.BadgeTip),
);

/** Which backend and device make the walks; a tap shows the self-test, and why it is this one. */
export function Badge() {
  const engine = useWalkState((state) => state.engine);
  const walker = useStore(usePage().walk.live, (record) => record?.walker ?? null);
  const isHidden = useHidden();
  if (isHidden('badge')) return null;
  if (engine.status !== 'ready') {
    return <span className="badge is-waiting">{words()[engine.status]}</span>;
  }
  const { software } = engine.ready;
  // Where several were timed, that of the walks on the screen; otherwise there is one.
  const raced = walker?.raced ?? [];
  const { backend, device } = walker && raced.length > 0 ? walker : engine.ready;
  const where = software && backend === 'webgpu' ? `, ${words().software}` : '';
  return (
    <Tip
      className="badge"
      data={{ 'data-backend': backend }}
      align="end"
      trigger={
        <>
          {words().names[backend]}
          <span className="badge-device">{` · ${deviceText(device)}${where}`}</span>
        </>
      }
    >
      <BadgeTip waiting={null} ready={engine.ready} raced={raced} />
    </Tip>
  );
}
