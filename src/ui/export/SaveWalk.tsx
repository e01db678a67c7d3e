import { useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { SaveButton } from './SaveButton.tsx';
import type { WalkMenuProps } from './walkMenuProps.ts';

const WalkMenu = lazyPart('menu', () => import('./WalkMenu.tsx').then(({ WalkMenu }) => WalkMenu));

/** The menu of a figure of the walk, loaded with the first tap on its button. Put it last in its `<figure>`. */
export function SaveWalk(props: WalkMenuProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = (
    <SaveButton title={dictionary('saving').figures[props.figure]} onClick={() => setAsked(true)} />
  );
  if (!isAsked) return closed;
  return <WalkMenu {...props} waiting={closed} giveUp={() => setAsked(false)} />;
}
