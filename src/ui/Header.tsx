import { ChoiceSelect } from './controls/ChoiceControl.tsx';
import { PythonButton } from './python/PythonButton.tsx';
import { Badge } from './run/Badge.tsx';
import { CopyLink } from './run/CopyLink.tsx';
import { SeedControl } from './run/SeedControl.tsx';
import { en } from './text/en.ts';
import { ViewTabs } from './ViewTabs.tsx';

/** The page's name, the way to its views, what concerns the whole page, and what computes. */
export function Header({ isCompact }: { isCompact: boolean }) {
  return (
    <header className="header">
      <h1>{en.title}</h1>
      <ViewTabs />
      {!isCompact && <SeedControl />}
      <CopyLink />
      {!isCompact && <PythonButton />}
      {!isCompact && <ChoiceSelect name="theme" className="theme-choice" />}
      <Badge />
    </header>
  );
}
