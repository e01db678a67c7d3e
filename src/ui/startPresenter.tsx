import { createRoot } from 'react-dom/client';
import { PresenterPage } from '#ui/learn/lecture/PresenterPage.tsx';
import { applyPalette } from '#ui/theme/applyPalette.ts';

/** Opens the presenter's window. */
export function startPresenter(root: HTMLElement): void {
  applyPalette(
    document.documentElement,
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  createRoot(root).render(<PresenterPage />);
}
