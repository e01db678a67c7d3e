type Listener = (widthPx: number, heightPx: number) => void;

/** Calls `listener` with the element's inner size in CSS px, at first and whenever it changes; returns the way out. */
export function onElementResize(element: Element, listener: Listener): () => void {
  if (!('ResizeObserver' in window)) {
    // Without one, the window's own changes are all that is heard of.
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      listener(width, height);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }
  const observer = new ResizeObserver(([entry]) => {
    if (entry) listener(entry.contentRect.width, entry.contentRect.height);
  });
  observer.observe(element);
  return () => observer.disconnect();
}
