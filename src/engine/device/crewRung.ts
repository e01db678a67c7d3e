import { memory } from '@tensorflow/tfjs-core';
import { type Crew, createCrew } from '#engine/wasm/crew.ts';
import { activateCrew, crewBackendName } from '#engine/wasm/crewBackend.ts';
import { compileWalks } from '#engine/wasm/walkBinary.ts';
import { ownWordsOf } from '#engine/worker/reason.ts';
import { activateBackend } from './activateBackend.ts';
import { noErrors } from './deviceErrors.ts';
import type { BackendFault } from './protocol.ts';
import { type OpenBackend, processorBytes } from './rung.ts';
import { selfTest } from './selfTest.ts';

/** More workers than this would each have too little of a batch. */
const mostThreads = 32;

/** As many as there are cores; one where nobody knows, or where there are no workers. */
const threadsHere = () =>
  typeof Worker === 'undefined' ? 1 : Math.min(mostThreads, navigator.hardwareConcurrency ?? 1);

/** The backend of a crew that passes the self-test; else why it is not taken. */
async function opened(crew: Crew, faults: readonly BackendFault[]): Promise<OpenBackend | BackendFault> {
  await activateCrew(crew);
  const report = await selfTest();
  if (!report.passed) return { backend: 'wasm', reason: 'self-test-failed', checks: report.checks };
  return {
    name: 'wasm',
    ready: { kind: 'ready', backend: 'wasm', device: 'processor', software: true, selfTest: report, faults },
    maxTensorBytes: processorBytes,
    errors: noErrors,
    activate: () => activateBackend('wasm', crewBackendName),
    rival: null,
    usage: () => ({ tensors: memory().numTensors, buffers: 0 }),
    lost: crew.lost.then((detail): BackendFault => ({ backend: 'wasm', reason: 'lost', detail })),
    close: crew.close,
  };
}

/** Opens the processor's vectors: WebAssembly in a worker a core. A fault where the browser has none, or they fail. */
export async function openCrew(faults: readonly BackendFault[]): Promise<OpenBackend | BackendFault> {
  const failed = (error: unknown): BackendFault => ({
    backend: 'wasm',
    reason: 'error',
    detail: ownWordsOf(error),
  });
  const module = await compileWalks().catch(failed);
  if (!module) return { backend: 'wasm', reason: 'absent' };
  if ('reason' in module) return module;
  const crew = createCrew({ module, threads: threadsHere() });
  const found = await opened(crew, faults).catch(failed);
  if ('reason' in found) crew.close();
  return found;
}
