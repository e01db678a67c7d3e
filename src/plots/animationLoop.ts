/** Draws now; returns true when it wants the next frame as well. */
export type Drawing = (nowMs: number) => boolean;

/** The page's one animation loop: sleeps until something asks for a frame. */
export interface AnimationLoop {
  /** Asks for a frame. */
  request(): void;
  stop(): void;
}

export function createAnimationLoop(draw: Drawing): AnimationLoop {
  let handle = 0;
  const frame = (nowMs: number) => {
    handle = 0;
    if (draw(nowMs)) request();
  };
  function request(): void {
    if (handle === 0) handle = requestAnimationFrame(frame);
  }
  return { request, stop: () => cancelAnimationFrame(handle) };
}
