import { ChoiceControl } from './controls/ChoiceControl.tsx';
import { ControlColumn } from './controls/ControlColumn.tsx';
import { MainSliders } from './controls/MainSliders.tsx';
import { SettingsSheet } from './controls/SettingsSheet.tsx';
import { WalkFigures } from './figures/WalkFigures.tsx';
import { Header } from './Header.tsx';
import { Insights } from './insight/Insights.tsx';
import { DataTable } from './run/DataTable.tsx';
import { Notices } from './run/Notices.tsx';
import { Progress } from './run/Progress.tsx';
import { Readouts } from './run/Readouts.tsx';
import { WalkButtons } from './run/RunButtons.tsx';
import { LiveSentence } from './sentence/LiveSentence.tsx';

/** The front page. Compact: the main sliders at the foot, the rest in a sheet (phones, projectors). */
export function WalkPage({ isCompact }: { isCompact: boolean }) {
  return (
    <div className={isCompact ? 'page is-compact' : 'page'}>
      <Header isCompact={isCompact} />
      {!isCompact && (
        <aside className="side">
          <ControlColumn>
            <ChoiceControl name="lang" />
          </ControlColumn>
          <WalkButtons />
        </aside>
      )}
      <main className="main" tabIndex={-1}>
        <Notices />
        <LiveSentence />
        <WalkFigures>
          <div className="numbers">
            <Readouts />
            <Progress />
          </div>
        </WalkFigures>
        <DataTable />
        <Insights />
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
