import { lazy, Suspense } from 'react';
import type { FigureMenuProps } from './FigureMenu.tsx';

const FigureMenu = lazy(() => import('./FigureMenu.tsx').then((file) => ({ default: file.FigureMenu })));

/** A figure's menu, loaded behind the first paint. Put it last in a `<figure>`. */
export function SaveFigure(props: FigureMenuProps) {
  return (
    <Suspense fallback={null}>
      <FigureMenu {...props} />
    </Suspense>
  );
}
