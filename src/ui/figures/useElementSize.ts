import { type RefObject, useLayoutEffect, useState } from 'react';
import { onElementResize } from './onElementResize.ts';

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
    return onElementResize(element.current, (width, height) => {
      const [widthPx, heightPx] = [Math.round(width), Math.round(height)];
      setSize((before) =>
        before.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx },
      );
    });
  }, [element]);
  return size;
}
