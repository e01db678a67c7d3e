import { ReasonError } from '#engine/worker/reason.ts';

/** What a device complained of outside of all error scopes. */
export interface DeviceErrors {
  /** Throws the first complaint since the last check, as a `ReasonError`. */
  check(): void;
  /** Forgets what was said so far: it is not the next run's. */
  forget(): void;
}

/** The processor does not complain. */
export const noErrors: DeviceErrors = { check: () => undefined, forget: () => undefined };

/** Listens to a device's uncaptured errors for as long as it lives. */
export function listenToErrors(device: GPUDevice): DeviceErrors {
  let heard: ReasonError | null = null;
  device.addEventListener('uncapturederror', (event) => {
    // Said on the page when the work that met it is checked, not in the console.
    event.preventDefault();
    const code = event.error instanceof GPUOutOfMemoryError ? 'noMemory' : 'deviceError';
    heard ??= new ReasonError({ code, detail: event.error.message });
  });
  return {
    check() {
      const error = heard;
      heard = null;
      if (error) throw error;
    },
    forget() {
      heard = null;
    },
  };
}
