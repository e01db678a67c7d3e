import { AllControls } from './AllControls.tsx';
import { ChoiceSelect } from './controls/ChoiceControl.tsx';
import { useHidden } from './controls/useHidden.ts';
import { PythonButton } from './python/PythonButton.tsx';
import { Badge } from './run/Badge.tsx';
import { SeedControl } from './run/SeedControl.tsx';
import { SkipLink } from './SkipLink.tsx';
import { ShareButton } from './share/ShareButton.tsx';
import { pageWords } from './text/words.ts';
import { ViewTabs } from './ViewTabs.tsx';

/** The page's name, the way to its views, what concerns the whole page, and what computes. */
export function Header({ isCompact }: { isCompact: boolean }) {
  const isHidden = useHidden();
  return (
    <header className="header">
      <SkipLink />
      <h1>{pageWords.title}</h1>
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
