/** Something that is loaded and made when it is first asked for. A failure is not kept: asked again, it is tried again. */
export interface MadeOnce<T> {
  (): Promise<T>;
  /** What was made; null before. */
  known(): T | null;
}

export function madeOnce<T>(make: () => Promise<T>): MadeOnce<T> {
  let known: T | null = null;
  let making: Promise<T> | null = null;
  async function attempt(): Promise<T> {
    try {
      known = await make();
      return known;
    } catch (error) {
      making = null;
      throw error;
    }
  }
  return Object.assign(
    () => {
      making ??= attempt();
      return making;
    },
    { known: () => known },
  );
}
