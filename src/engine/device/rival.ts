import type { BackendFault } from './protocol.ts';
import type { OpenBackend, Rival } from './rung.ts';

function createRival(openRival: () => Promise<OpenBackend | BackendFault>): Rival {
  let opening: Promise<OpenBackend | null> | null = null;
  let isLeft = false;

  function leave(): void {
    isLeft = true;
    void opening?.then((opened) => opened?.close());
  }

  async function openOnce(): Promise<OpenBackend | null> {
    const opened = await openRival();
    if (!('ready' in opened)) return null;
    void opened.lost?.then(leave);
    return opened;
  }

  return {
    async open() {
      if (isLeft) return null;
      opening ??= openOnce();
      const opened = await opening;
      return isLeft ? null : opened;
    },
    leave,
  };
}

/** A backend with another beside it, which is closed with it. */
export function withRival(
  backend: OpenBackend,
  openRival: () => Promise<OpenBackend | BackendFault>,
): OpenBackend {
  const rival = createRival(openRival);
  return {
    ...backend,
    rival,
    close() {
      rival.leave();
      backend.close();
    },
  };
}
