import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useExperiment } from '#ui/page/PageContext.ts';
import { leaveSide, showSide } from './layout.ts';

/** The column beside the figures; closed where the link hides everything in it. */
export function Side({ children }: { children: ReactNode }) {
  const side = useRef<HTMLElement>(null);
  const experiment = useExperiment();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the column holds follows from the experiment
  useLayoutEffect(() => {
    if (side.current) showSide(document.documentElement, side.current);
  }, [experiment]);
  useLayoutEffect(() => () => leaveSide(document.documentElement), []);
  return (
    <aside ref={side} className="side">
      {children}
    </aside>
  );
}
