import type { ReactNode } from 'react';

/** A button that opens a few words beside it. */
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
