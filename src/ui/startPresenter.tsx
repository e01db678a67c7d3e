import { createRoot } from 'react-dom/client';
import { PresenterPage } from '#ui/learn/lecture/PresenterPage.tsx';
import { RootBoundary } from '#ui/parts/RootBoundary.tsx';
import { applyPalette } from '#ui/theme/applyPalette.ts';

/** Opens the presenter's window of a lecture, known by its id. */
export function startPresenter(root: HTMLElement, lecture: string): void {
  applyPalette(
    document.documentElement,
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  createRoot(root).render(
    <RootBoundary>
      <PresenterPage lecture={lecture} />
    </RootBoundary>,
  );
}
