/** Calls a browser's method that may be missing, give no promise (before 2019) or refuse; what it does is no more than comfort. */
async function attempt(call: () => unknown): Promise<void> {
  try {
    await call();
  } catch {
    // A frame without the right to it, or a browser that wants a click first: the lecture goes on in its window.
  }
}

export const enterFullScreen = () => attempt(() => document.documentElement.requestFullscreen?.());

export const leaveFullScreen = () => attempt(() => document.fullscreenElement && document.exitFullscreen?.());
