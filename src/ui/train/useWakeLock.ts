import { useEffect } from 'react';

/** Keeps the screen awake while something is `active`, where the browser can; again when the page comes back to sight. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    async function hold(): Promise<void> {
      if (document.hidden) return;
      try {
        const fresh = await navigator.wakeLock.request('screen');
        if (isOver) await fresh.release();
        else lock = fresh;
      } catch {
        // A low battery or a page out of sight: the run goes on, the screen may sleep.
      }
    }
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      lock?.release();
    };
  }, [active]);
}
