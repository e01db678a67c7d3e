/** An open page of another engine, as far as these tests look at it. */
export interface Tab {
  readonly engine: string;
  /** Loads an address anew, and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Runs the body of an async function in the page; what it returns must be plain JSON. */
  run<T>(body: string): Promise<T>;
  /** The window, px; an engine whose windows have their own least width may stay wider. */
  resize(widthPx: number, heightPx: number): Promise<void>;
  /** A picture of what is in sight, PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}
