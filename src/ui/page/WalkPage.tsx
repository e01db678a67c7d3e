import { useState } from 'react';
import './firstUse.css';
import { ComparedWalks } from '#ui/compare/ComparedWalks.tsx';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { ControlColumn } from '#ui/controls/ControlColumn.tsx';
import { MainSliders } from '#ui/controls/MainSliders.tsx';
import { SettingsSheet } from '#ui/controls/SettingsSheet.tsx';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { WalkFigures } from '#ui/figures/WalkFigures.tsx';
import { Insights } from '#ui/insight/Insights.tsx';
import { Side } from '#ui/layout/Side.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { Notices } from '#ui/run/Notices.tsx';
import { Progress } from '#ui/run/Progress.tsx';
import { Readouts } from '#ui/run/Readouts.tsx';
import { WalkButtons } from '#ui/run/RunButtons.tsx';
import { LiveSentence } from '#ui/sentence/LiveSentence.tsx';
import { isFirstVisit } from './firstVisit.ts';
import { Header } from './Header.tsx';
import { useExperiment, useWalkState } from './PageContext.ts';

const FigureTexts = lazyPart('figureTexts', () =>
  import('#ui/run/FigureTexts.tsx').then(({ FigureTexts }) => FigureTexts),
);

const FirstUse = lazyPart('firstUse', () =>
  loadWith('afterStart', () => import('./FirstUse.tsx')).then((file) => file.FirstUse),
);

/** Room for the line that explains the picture, which comes after the engine. */
const emptyLine = <p className="first-use" />;

/** The front page. Compact: the main sliders at the foot, the rest in a sheet (phones, projectors). */
export function WalkPage({ isCompact }: { isCompact: boolean }) {
  const [isLooking, setLooking] = useState(false);
  const [isFirst] = useState(isFirstVisit);
  const { embed, theme } = useExperiment();
  const explains = isFirst && embed === 0 && theme !== 'projector';
  // What is read by ear, or explains, does not hold up the first picture.
  const isReady = useWalkState((state) => state.engine.status === 'ready');
  return (
    <div className={isCompact ? 'page is-compact' : 'page'}>
      <Header isCompact={isCompact} />
      {!isCompact && (
        <Side>
          <ControlColumn>
            <ChoiceControl name="lang" />
          </ControlColumn>
          <WalkButtons />
        </Side>
      )}
      <main className="main" tabIndex={-1} data-insight={isLooking ? 'open' : undefined}>
        <Notices />
        <LiveSentence />
        {explains && (isReady ? <FirstUse waiting={emptyLine} /> : emptyLine)}
        <ComparedWalks />
        <WalkFigures>
          <div className="numbers">
            <Readouts />
            <Progress />
          </div>
        </WalkFigures>
        {isReady && <FigureTexts waiting={null} />}
        <Insights onToggle={setLooking} />
      </main>
      {isCompact && (
        <footer className="foot">
          <MainSliders />
          <div className="foot-buttons">
            <WalkButtons />
            <SettingsSheet>
              <ControlColumn />
            </SettingsSheet>
          </div>
        </footer>
      )}
    </div>
  );
}
