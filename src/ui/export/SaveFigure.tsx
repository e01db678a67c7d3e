import { lazy, Suspense, useState } from 'react';
import type { FigureMenuProps } from './FigureMenu.tsx';
import { SaveButton } from './SaveButton.tsx';

const FigureMenu = lazy(() => import('./FigureMenu.tsx').then((file) => ({ default: file.FigureMenu })));

/** A figure's menu, loaded with the first tap on its button. Put it last in a `<figure>`. */
export function SaveFigure(props: FigureMenuProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = <SaveButton title={props.title} onClick={() => setAsked(true)} />;
  if (!isAsked) return closed;
  return (
    <Suspense fallback={closed}>
      <FigureMenu {...props} />
    </Suspense>
  );
}
