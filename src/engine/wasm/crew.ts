import type { CrewWork } from './crewProtocol.ts';
import { localMember, type Member, type MemberBatch, workerMember } from './member.ts';

/** A batch of walks, shared out among the members of a crew. */
export interface CrewBatch {
  /** Walks a slice of all walks of the batch; what `runWalkSlice` or `runFreeSlice` returns. */
  walk(work: CrewWork): Promise<Float32Array>;
  dispose(): void;
}

/** Everything that walks on the processor's vectors: a worker a core, and until they are there this thread. */
export interface Crew {
  /** How many walk at once. */
  size(): number;
  /** A batch of so many walks; who starts it disposes of it. */
  start(batch: number): CrewBatch;
  /** Settles with the words of the error when a worker dies. */
  readonly lost: Promise<string>;
  /** Starts the workers, once, and waits until all are there or will not come. The first slice that is worth it asks for them. */
  hire(): Promise<void>;
  close(): void;
}

interface CrewParts {
  readonly module: WebAssembly.Module;
  /** Threads wanted: with one, or where workers can start none, this thread walks. */
  readonly threads: number;
  readonly createWorker?: () => Worker;
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Weights of a slice, some ms of work, below which workers would only be in the way of the page. */
const worthHiring = 2e6;
/** What a layer of a matrix-free walk costs, in weights. */
const workOfLayer = 30;

/** What a slice costs, in weights. */
function weightsOf({ kind, slice }: CrewWork): number {
  return slice.batch * slice.steps * (kind === 'matrices' ? slice.width ** 2 : workOfLayer);
}

/** The part of a slice that falls to some of its walks. */
function partOf(work: CrewWork, from: number, batch: number): CrewWork {
  const firstWalk = work.slice.firstWalk + from;
  return work.kind === 'matrices'
    ? { ...work, slice: { ...work.slice, firstWalk, batch } }
    : { ...work, slice: { ...work.slice, firstWalk, batch }, from: Math.max(0, work.from - from) };
}

/** The part of a batch that one member has. */
interface Share {
  readonly from: number;
  readonly count: number;
  readonly batch: MemberBatch;
}

/** Divides walks as evenly as they go; a member without any has no share. */
function shareOut(members: readonly Member[], walks: number): readonly Share[] {
  return members.flatMap((member, i) => {
    const from = Math.floor((i * walks) / members.length);
    const count = Math.floor(((i + 1) * walks) / members.length) - from;
    return count === 0 ? [] : [{ from, count, batch: member.start() }];
  });
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Starts a crew. A walk is a function of the settings and its number, so that who walks it changes nothing: not a bit of
 * any walk depends on how many members there are.
 */
export function createCrew({ module, threads, createWorker = startWorker }: CrewParts): Crew {
  let members: readonly Member[] = [localMember(module)];
  let isClosed = false;
  let lose: (detail: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });

  let hiring: Promise<void> | null = null;

  async function startWorkers(): Promise<void> {
    const asked = Array.from({ length: threads }, async () => await workerMember(createWorker, module));
    const settled = await Promise.allSettled(asked);
    const hired = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    for (const { death, close } of hired) {
      if (isClosed) close();
      death.catch((error: Error) => {
        if (!isClosed) lose(error.message);
      });
    }
    // One worker alone is no faster than this thread.
    if (hired.length > 1) members = hired;
    else for (const { close } of hired) close();
  }

  function hire(): Promise<void> {
    hiring ??= threads < 2 ? Promise.resolve() : startWorkers();
    return hiring;
  }

  return {
    size: () => members.length,
    start(walks) {
      const shares = shareOut(members, walks);
      return {
        async walk(work) {
          if (weightsOf(work) > worthHiring) void hire();
          const walking = shares.map(({ from, count, batch }) => batch.walk(partOf(work, from, count)));
          return joined(await Promise.all(walking));
        },
        dispose() {
          for (const { batch } of shares) batch.dispose();
        },
      };
    },
    lost,
    hire,
    close() {
      isClosed = true;
      for (const member of members) member.close();
    },
  };
}
