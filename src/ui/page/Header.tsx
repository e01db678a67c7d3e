import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './header.css';
import { ChoiceSelect } from '#ui/controls/ChoiceControl.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { PythonButton } from '#ui/python/PythonButton.tsx';
import { Badge } from '#ui/run/Badge.tsx';
import { SeedControl } from '#ui/run/SeedControl.tsx';
import { ShareButton } from '#ui/share/ShareButton.tsx';
import { AllControls } from './AllControls.tsx';
import { useExperiment } from './PageContext.ts';
import { SkipLink } from './SkipLink.tsx';
import { ViewTabs } from './ViewTabs.tsx';

/** The page's name, the way to its views, what concerns the whole page, and what computes. */
export function Header({ isCompact }: { isCompact: boolean }) {
  const { hide } = useExperiment();
  const isHidden = useHidden();
  return (
    <header className="header" data-hide={hide.join(' ')}>
      <SkipLink />
      <h1>{dictionary('page').title}</h1>
      <ViewTabs />
      {!isCompact && <SeedControl />}
      {!isHidden('share') && <ShareButton />}
      {!isCompact && <PythonButton />}
      {!isCompact && !isHidden('theme') && <ChoiceSelect name="theme" className="theme-choice" />}
      <Badge />
      <AllControls />
    </header>
  );
}
