/** Frees what lies on a device; one that is gone may refuse, and has nothing left to free. */
export function putAway(dispose: () => void): void {
  try {
    dispose();
  } catch {
    // Its buffers went with the device.
  }
}
