import { useState } from 'react';
import './pop.css';
import './tip.css';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import type { TipProps } from './tipProps.ts';

/** Loaded with the first tap: words that few look up do not hold up the first picture. */
const OpenTip = lazyPart('tip', () => import('./OpenTip.tsx').then(({ OpenTip }) => OpenTip));

/** A button that opens a few words beside it. */
export function Tip(props: TipProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = (
    <button
      type="button"
      className={props.className}
      title={props.title}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setAsked(true)}
      {...props.data}
    >
      {props.trigger}
    </button>
  );
  if (!isAsked) return closed;
  return <OpenTip {...props} waiting={closed} giveUp={() => setAsked(false)} />;
}
