import { type RefObject, useLayoutEffect, useState } from 'react';

export interface ElementSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const unknown: ElementSize = { widthPx: 0, heightPx: 0 };

/** An element's inner size in CSS px, followed as it changes; zero before it is known. */
export function useElementSize(element: RefObject<Element | null>): ElementSize {
  const [size, setSize] = useState(unknown);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const [widthPx, heightPx] = [Math.round(entry.contentRect.width), Math.round(entry.contentRect.height)];
      setSize((before) =>
        before.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx },
      );
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
