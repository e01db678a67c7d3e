import { createRoot } from 'react-dom/client';
import { palettes } from '#plots/palette.ts';
import { PresenterPage } from '#ui/learn/lecture/PresenterPage.tsx';
import { RootBoundary } from '#ui/parts/RootBoundary.tsx';
import { applyPalette } from '#ui/theme/applyPalette.ts';

/** Opens the presenter's window of a lecture, known by its id. */
export function startPresenter(root: HTMLElement, lecture: string): void {
  const name = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  applyPalette(document.documentElement, name, palettes[name]);
  createRoot(root).render(
    <RootBoundary>
      <PresenterPage lecture={lecture} />
    </RootBoundary>,
  );
}
