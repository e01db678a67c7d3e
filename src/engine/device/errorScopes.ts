import { ReasonError } from '#engine/worker/reason.ts';

const filters = ['validation', 'internal', 'out-of-memory'] as const;

/** What work gave, and whether the device took it. */
export interface ScopedWork<T> {
  readonly value: T;
  /** Rejects with a `ReasonError` when the device refused something that the work asked for. */
  readonly sound: Promise<void>;
}

/** The first error of the scopes as one that the page can say; memory before all else. */
function errorOf(errors: readonly (GPUError | null)[]): ReasonError | null {
  const found = errors.find((error) => error instanceof GPUOutOfMemoryError) ?? errors.find(Boolean);
  if (!found) return null;
  const code = found instanceof GPUOutOfMemoryError ? 'noMemory' : 'deviceError';
  return new ReasonError({ code, detail: found.message });
}

/**
 * Runs work that makes buffers, pipelines or submissions inside error scopes of every kind. A device that has no more
 * memory throws nothing: it hands out buffers that hold nothing. The scopes are a stack of the whole device, so the
 * work must be done when it returns. Without a device it is only run.
 */
export function inErrorScopes<T>(device: GPUDevice | null, work: () => T): ScopedWork<T> {
  if (!device) return { value: work(), sound: Promise.resolve() };
  for (const filter of filters) device.pushErrorScope(filter);
  const popAll = () => Promise.all(filters.map(() => device.popErrorScope()));
  try {
    const value = work();
    const sound = popAll().then((errors) => {
      const error = errorOf(errors);
      if (error) throw error;
    });
    // Whoever awaits it hears of it; who breaks off before has an error already.
    sound.catch(() => undefined);
    return { value, sound };
  } catch (error) {
    // A lost device answers no scope: the error of the work is what counts.
    popAll().catch(() => undefined);
    throw error;
  }
}
