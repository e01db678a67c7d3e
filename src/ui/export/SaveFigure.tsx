import { useState } from 'react';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import type { FigureMenuProps } from './FigureMenu.tsx';
import { SaveButton } from './SaveButton.tsx';

const FigureMenu = lazyPart('menu', () => import('./FigureMenu.tsx').then(({ FigureMenu }) => FigureMenu));

/** A figure's menu, loaded with the first tap on its button. Put it last in a `<figure>`. */
export function SaveFigure(props: FigureMenuProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = <SaveButton title={props.title} onClick={() => setAsked(true)} />;
  if (!isAsked) return closed;
  return <FigureMenu {...props} waiting={closed} giveUp={() => setAsked(false)} />;
}
