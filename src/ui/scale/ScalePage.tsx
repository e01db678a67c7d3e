import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './scale.css';
import { use, useEffect, useMemo, useState } from 'react';
import { SettingsSheet } from '#ui/controls/SettingsSheet.tsx';
import { Header } from '#ui/page/Header.tsx';
import { usePage } from '#ui/page/PageContext.ts';
import { Notices } from '#ui/run/Notices.tsx';
import { ScaleControls, ScaleMainControls } from './ScaleControls.tsx';
import { ScaleSentence } from './ScaleSentence.tsx';
import { SweepButtons } from './SweepButtons.tsx';
import { SweepFigures } from './SweepFigures.tsx';
import { SweepingContext, useSweeping, useSweepRecord } from './SweepingContext.ts';
import { SweepProgress } from './SweepProgress.tsx';
import { SweepSceneContext } from './SweepSceneContext.ts';
import { SweepTable } from './SweepTable.tsx';
import { createSweepScene, type SweepScene } from './sweepScene.ts';

/** The scene of this view; it ends with it. */
function useScene(): SweepScene | null {
  const { store } = usePage();
  const sweeping = useSweeping();
  const [scene, setScene] = useState<SweepScene | null>(null);
  useEffect(() => {
    const created = createSweepScene(store, sweeping);
    setScene(created);
    return () => created.stop();
  }, [store, sweeping]);
  return scene;
}

/** What broke a sweep off, in words. */
function SweepNotice() {
  const message = useSweepRecord(({ run }) => (run.status === 'failed' ? run.message : null));
  if (message === null) return null;
  return (
    <div className="notice" role="alert">
      <p>{dictionary('scale').failed(message)}</p>
    </div>
  );
}

function ScaleView({ isCompact }: { isCompact: boolean }) {
  const scene = useScene();
  return (
    <SweepSceneContext value={scene}>
      <div className={isCompact ? 'page is-compact is-scale' : 'page is-scale'}>
        <Header isCompact={isCompact} />
        {!isCompact && (
          <aside className="side">
            <ScaleControls />
            <SweepButtons />
          </aside>
        )}
        <main className="main" tabIndex={-1}>
          <Notices />
          <SweepNotice />
          <ScaleSentence />
          <SweepFigures />
          <SweepProgress />
          <SweepTable />
        </main>
        {isCompact && (
          <footer className="foot">
            <ScaleMainControls />
            <div className="foot-buttons">
              <SweepButtons />
              <SettingsSheet>
                <ScaleControls />
              </SettingsSheet>
            </div>
          </footer>
        )}
      </div>
    </SweepSceneContext>
  );
}

/** The scale view: questions of depth, width and gain, each answered by a list of experiments. */
export function ScalePage({ isCompact }: { isCompact: boolean }) {
  const page = usePage();
  const opening = useMemo(() => page.sweeping(), [page]);
  const sweeping = use(opening);
  return (
    <SweepingContext value={sweeping}>
      <ScaleView isCompact={isCompact} />
    </SweepingContext>
  );
}
