import { withinTime } from '#engine/device/timeLimit.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { CrewAnswer, CrewOrder, CrewWork } from './crewProtocol.ts';
import { createSliceWalker, type WalkerBatch } from './sliceWalker.ts';

/** Part of a batch, with one member of the crew; its state is made at its first slice. */
export interface MemberBatch {
  /** Walks a slice; rejects with a `ReasonError` where there is no memory for so many walks. */
  walk(work: CrewWork): Promise<Float32Array>;
  dispose(): void;
}

/** Who walks a part of every batch: this thread, or a worker. */
export interface Member {
  start(): MemberBatch;
  close(): void;
}

/** A member that may die. */
export interface WorkerMember extends Member {
  /** Rejects when the worker dies, or is closed. */
  readonly death: Promise<never>;
}

const noMemory = (detail: string) => new ReasonError({ code: 'noMemory', detail });

/** Walks in this thread. */
export function localMember(module: WebAssembly.Module): Member {
  const walker = createSliceWalker(module);

  function start(): MemberBatch {
    let state: WalkerBatch | null = null;
    return {
      async walk(work) {
        try {
          state ??= walker.start(work);
          return state.walk(work);
        } catch (error) {
          throw error instanceof RangeError ? noMemory(error.message) : error;
        }
      },
      dispose: () => state?.dispose(),
    };
  }

  return { start, close: () => undefined };
}

/** How long a worker may take to say that it is there. */
const readyMs = 20_000;

/** A worker and the orders it has not answered. */
interface Correspondence {
  /** The answer to an order; rejects when the worker dies or is closed. */
  ask(batch: number, order: CrewOrder): Promise<CrewAnswer>;
  tell(order: CrewOrder): void;
  readonly death: Promise<never>;
  close(): void;
}

/** The batch number of `begin`, which is of none. */
const noBatch = 0;

function correspondWith(worker: Worker): Correspondence {
  const waiting = new Map<number, (answer: CrewAnswer) => void>();
  let die: (error: Error) => void = () => undefined;
  const death = new Promise<never>((_, reject) => {
    die = reject;
  });
  death.catch(() => undefined);
  worker.addEventListener('error', ({ message }) => die(new Error(message)));
  worker.addEventListener('messageerror', () => die(new Error('A message could not be read.')));
  worker.addEventListener('message', ({ data }: MessageEvent<CrewAnswer>) => {
    const batch = data.kind === 'ready' ? noBatch : data.batch;
    waiting.get(batch)?.(data);
    waiting.delete(batch);
  });
  return {
    ask(batch, order) {
      const answer = new Promise<CrewAnswer>((resolve) => {
        waiting.set(batch, resolve);
      });
      worker.postMessage(order);
      return Promise.race([answer, death]);
    },
    tell: (order) => worker.postMessage(order),
    death,
    close() {
      worker.terminate();
      die(new Error('The worker was closed.'));
    },
  };
}

/** Walks in a worker of its own. Rejects where none comes to be, as where workers may start none. */
export async function workerMember(
  createWorker: () => Worker,
  module: WebAssembly.Module,
): Promise<WorkerMember> {
  const { ask, tell, death, close } = correspondWith(createWorker());
  try {
    await withinTime(ask(noBatch, { kind: 'begin', module }), readyMs);
  } catch (error) {
    close();
    throw error;
  }
  let batches = noBatch;

  function start(): MemberBatch {
    batches += 1;
    const batch = batches;
    return {
      async walk(work) {
        const answer = await ask(batch, { kind: 'walk', batch, work });
        if (answer.kind === 'walked') return answer.increments;
        const detail = answer.kind === 'failed' ? answer.detail : answer.kind;
        throw answer.kind === 'failed' && answer.isMemory ? noMemory(detail) : new Error(detail);
      },
      dispose: () => tell({ kind: 'end', batch }),
    };
  }

  return { start, death, close };
}
