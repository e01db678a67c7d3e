import {
  backend,
  findBackendFactory,
  KernelBackend,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import type { Crew } from './crew.ts';

/** Its name with TensorFlow.js, whose own WebAssembly backend is another. */
export const crewBackendName = 'assembly';

/** Makes a crew the active backend of TensorFlow.js. It keeps no tensors: batches of walks live with the crew's members. */
class CrewBackend extends KernelBackend {
  readonly crew: Crew;

  constructor(crew: Crew) {
    super();
    this.crew = crew;
  }

  override memory(): { readonly unreliable: boolean } {
    return { unreliable: false };
  }

  override numDataIds(): number {
    return 0;
  }

  override floatPrecision(): 16 | 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override dispose(): void {
    this.crew.close();
  }
}

/** Makes a crew what walks; the one before it is closed. */
export async function activateCrew(crew: Crew): Promise<void> {
  if (findBackendFactory(crewBackendName)) removeBackend(crewBackendName);
  registerBackend(crewBackendName, () => new CrewBackend(crew), 0);
  if (!(await setBackend(crewBackendName))) throw new Error('The crew is not taken as a backend.');
}

/** The crew that walks; null while another backend does. */
export function activeCrew(): Crew | null {
  const active = backend();
  return active instanceof CrewBackend ? active.crew : null;
}
