import { getBackend, ready, setBackend } from '@tensorflow/tfjs-core';
import { ReasonError } from '#engine/worker/reason.ts';
import type { BackendName } from './protocol.ts';

/**
 * Makes a backend the active one of TensorFlow.js, which knows it as `registered`. Throws a `ReasonError` if it does not
 * start.
 */
export async function activateBackend(backend: BackendName, registered: string = backend): Promise<void> {
  // Setting up a backend's kernels takes a while, and is asked for before every slice.
  if (getBackend() === registered) return;
  // setBackend answers false where one expects it to throw.
  if (!(await setBackend(registered))) throw new ReasonError({ code: 'noBackend', backend });
  await ready();
}
