import type { BackendFault } from './protocol.ts';

/** The promise's answer; an error as soon as the device is lost, as not every driver answers a read after that. */
export function unlessLost<T>(lost: Promise<BackendFault> | null, promise: Promise<T>): Promise<T> {
  if (!lost) return promise;
  return Promise.race([
    promise,
    lost.then((): never => {
      throw new Error('The device was lost.');
    }),
  ]);
}
