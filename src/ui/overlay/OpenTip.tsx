import { Popover } from 'radix-ui';
import type { TipProps } from './tipProps.ts';

/** A tip that has been asked for: open at first, then opened and closed by its button. */
export function OpenTip({ className, title, data, align, trigger, children }: TipProps) {
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger className={className} title={title} {...data}>
        {trigger}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="pop help-text" side="bottom" align={align} collisionPadding={12}>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
