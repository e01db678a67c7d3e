import { type ReactNode, useState } from 'react';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

/** Loaded with the first tap: words that few look up do not hold up the first picture. */
const OpenTip = lazyPart('tip', () => import('./OpenTip.tsx').then(({ OpenTip }) => OpenTip));

export interface TipProps {
  readonly className: string;
  readonly title?: string;
  /** Facts about the button for the style sheet, `data-..`. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly align: 'start' | 'end';
  /** What stands on the button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

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
