import { type EngineReason, isWrong, ownWordsOf, ReasonError, reasonOf } from '#engine/worker/reason.ts';
import { createRecentCount } from '#engine/worker/recentCount.ts';
import type { BackendChoice, BackendFault, BackendName } from './protocol.ts';

/** What the host must know of a backend. */
export interface HostedBackend {
  /** Its name in a fault; WebGPU where it says nothing. */
  readonly name?: BackendName;
  /** Null for one that cannot be lost; otherwise settles when its device, or a worker of its own, is gone, and says why. */
  readonly lost: Promise<BackendFault> | null;
  /** Gives up the device; called once, also when nobody waits for it any more. */
  close(): void;
}

/** What happened before a backend is opened. */
export interface OpeningHistory {
  /** Why a backend is not to be tried. */
  readonly avoided: BackendFault | null;
  /** Whether a device was just lost: browsers take their time with the next. */
  readonly isAfterLoss: boolean;
}

export const noHistory: OpeningHistory = { avoided: null, isAfterLoss: false };

interface BackendHostParts<B extends HostedBackend> {
  /** Opens a choice, or the best below it. */
  readonly open: (choice: BackendChoice, history: OpeningHistory) => Promise<B>;
  readonly onOpened: (backend: B) => void;
  /** A backend that was open is no longer, and another is being opened. */
  readonly onLost: (fault: BackendFault) => void;
  /** Nothing could be opened. */
  readonly onBroken: (reason: EngineReason) => void;
  readonly now?: () => number;
}

/** Keeps one backend open. */
export interface BackendHost<B> {
  /** The latest wish wins: an opening that is overtaken is given up, and what it opened is closed unheard. */
  open(choice: BackendChoice): void;
  /** The open backend, when the latest wish is fulfilled. Rejects where nothing can be opened. */
  current(): Promise<B>;
  /**
   * Whether work that failed on a backend may go on with `current()`: the backend is gone, or was left because of this
   * very error. False for what would fail anywhere.
   */
  isReplaced(backend: B, error: unknown): Promise<boolean>;
}

/** A device that is lost more often than this within a minute is not opened again. */
const mostLosses = 2;
/** A failed read may be heard before the loss of its device. */
const graceMs = 500;

/** Why a backend is left alone after so many losses within a minute; null while it is not. */
const avoidedAfter = (backend: BackendName, losses: number): BackendFault | null =>
  losses > mostLosses ? { backend, reason: 'unstable', losses } : null;

const faultOf = ({ name = 'webgpu' }: HostedBackend, error: unknown): BackendFault => ({
  backend: name,
  reason: 'error',
  detail: ownWordsOf(error),
});

const isLostSoon = (lost: Promise<BackendFault>) =>
  Promise.race([
    lost.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), graceMs)),
  ]);

export function createBackendHost<B extends HostedBackend>({
  open,
  onOpened,
  onLost,
  onBroken,
  now = () => performance.now(),
}: BackendHostParts<B>): BackendHost<B> {
  let choice: BackendChoice = 'auto';
  let history = noHistory;
  let countLoss = createRecentCount(now);
  let present: B | null = null;
  let wish = 0;
  let opening: Promise<B | null> = Promise.resolve(null);

  function leave(backend: B, fault: BackendFault): void {
    if (backend !== present) return;
    backend.close();
    present = null;
    onLost(fault);
    reopen();
  }

  function lose(backend: B, fault: BackendFault): void {
    if (backend !== present) return;
    history = { avoided: avoidedAfter(fault.backend, countLoss()) ?? history.avoided, isAfterLoss: true };
    leave(backend, fault);
  }

  async function openOne(mine: number): Promise<B | null> {
    if (mine !== wish) return null;
    present?.close();
    present = null;
    const backend = await open(choice, history);
    if (mine !== wish) {
      backend.close();
      return null;
    }
    present = backend;
    backend.lost?.then((fault) => lose(backend, fault));
    onOpened(backend);
    return backend;
  }

  /** One opening after the other, so that two never have a device at once. */
  function reopen(): void {
    wish += 1;
    const mine = wish;
    opening = opening.catch(() => null).then(() => openOne(mine));
    opening.catch((error: unknown) => {
      if (mine === wish) onBroken(reasonOf(error));
    });
  }

  async function current(): Promise<B> {
    for (;;) {
      const awaited = opening;
      const [settled] = await Promise.allSettled([awaited]);
      if (awaited !== opening) continue;
      if (settled.status === 'rejected') throw settled.reason;
      if (settled.value) return settled.value;
      throw new Error('No backend was asked for.');
    }
  }

  return {
    open(wanted) {
      choice = wanted;
      history = noHistory;
      countLoss = createRecentCount(now);
      reopen();
    },
    current,
    async isReplaced(backend, error) {
      const { lost } = backend;
      if (backend !== present) return true;
      if (!lost) return false;
      if ((await isLostSoon(lost)) || backend !== present) return true;
      if (error instanceof ReasonError && error.reason.code === 'tooLarge') return false;
      const fault = faultOf(backend, error);
      history = { ...history, avoided: fault };
      leave(backend, fault);
      // What such a device has made so far is wrong as well: the run is not to be gone on with.
      return !isWrong(error);
    },
  };
}
