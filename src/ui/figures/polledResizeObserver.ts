/** Sizes are looked at this often. */
const lookEveryMs = 250;

interface Seen {
  readonly width: number;
  readonly height: number;
}

/**
 * What takes the place of `ResizeObserver` in a browser without one: it looks at the sizes four times a second. The
 * figures and Radix's sliders ask for one.
 */
export class PolledResizeObserver implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  readonly #seen = new Map<Element, Seen | null>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  observe(element: Element): void {
    this.#seen.set(element, null);
  }

  unobserve(element: Element): void {
    this.#seen.delete(element);
  }

  disconnect(): void {
    this.#seen.clear();
    clearInterval(this.#timer);
  }

  #look(): void {
    const entries: ResizeObserverEntry[] = [];
    for (const [target, before] of this.#seen) {
      const contentRect = target.getBoundingClientRect();
      const { width, height } = contentRect;
      if (before?.width === width && before.height === height) continue;
      this.#seen.set(target, { width, height });
      const size = [{ inlineSize: width, blockSize: height }];
      const sizes = { borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size };
      entries.push({ target, contentRect, ...sizes });
    }
    if (entries.length > 0) this.#tell(entries, this);
  }
}
