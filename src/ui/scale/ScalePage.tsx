import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './scale.css';
import { useEffect, useState } from 'react';
import { SettingsSheet } from '#ui/controls/SettingsSheet.tsx';
import { Side } from '#ui/layout/Side.tsx';
import { Header } from '#ui/page/Header.tsx';
import { usePage } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { useMade } from '#ui/parts/useMade.ts';
import { Notices } from '#ui/run/Notices.tsx';
import { SweepFigures } from '#ui/scale/figures/SweepFigures.tsx';
import { ScaleControls, ScaleMainControls } from './ScaleControls.tsx';
import { ScaleSentence } from './ScaleSentence.tsx';
import { SweepButtons } from './SweepButtons.tsx';
import { SweepContext, useSweep, useSweepState } from './SweepContext.ts';
import { SweepProgress } from './SweepProgress.tsx';
import { SweepSceneContext } from './SweepSceneContext.ts';
import { createSweepScene, type SweepScene } from './sweepScene.ts';

/** The scene of this view; it ends with it. */
function useScene(): SweepScene | null {
  const { store } = usePage();
  const sweep = useSweep();
  const [scene, setScene] = useState<SweepScene | null>(null);
  useEffect(() => {
    const created = createSweepScene(store, sweep);
    setScene(created);
    return () => created.stop();
  }, [store, sweep]);
  return scene;
}

/** What broke a sweep off, in words. */
function SweepNotice() {
  const message = useSweepState((state) => (state.status === 'failed' ? state.message : null));
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
          <Side>
            <ScaleControls />
            <SweepButtons />
          </Side>
        )}
        <main className="main" tabIndex={-1}>
          <Notices />
          <SweepNotice />
          <ScaleSentence />
          <SweepFigures />
          <SweepProgress />
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
  const sweep = useMade(usePage().sweep);
  if (!sweep) return <Loading />;
  return (
    <SweepContext value={sweep}>
      <ScaleView isCompact={isCompact} />
    </SweepContext>
  );
}
