import type { EngineClient, RunHandle } from '#engine/worker/client.ts';
import type { AgainFrame, EndFrame, Priority } from '#engine/worker/protocol.ts';

/** What a fake engine was asked to run. */
export interface AskedRun<Job> {
  readonly run: number;
  readonly job: Job;
  readonly paused: boolean;
  readonly priority: Priority;
}

type OfRun = { readonly kind: string; readonly run: number; readonly done?: boolean };

/** A frame of a run without its id: the fake knows whose turn it is. */
type Unaddressed<Frame> = Frame extends OfRun ? Omit<Frame, 'run'> : never;

/**
 * An engine that only notes what it is asked, and answers when the test says so. As with the real client, nothing is heard
 * of a run that was cancelled or has ended.
 */
export function createFakeEngine<Job, Frame extends OfRun, Note = never>() {
  const asked: AskedRun<Job>[] = [];
  const calls: string[] = [];
  const notes: Note[] = [];
  const ranks: Priority[] = [];
  const alive = new Map<number, (frame: Frame | EndFrame | AgainFrame) => void>();
  const jobs = new Map<number, () => Job>();

  function handleOf(run: number): RunHandle<Note> {
    const note = (name: string) => () => {
      if (alive.has(run)) calls.push(name);
    };
    return {
      run,
      pause: note('pause'),
      resume: note('resume'),
      step: note('step'),
      cancel() {
        if (alive.delete(run)) calls.push('cancel');
      },
      rank: (priority) => ranks.push(priority),
      note: (said) => notes.push(said),
    };
  }

  const client: EngineClient<Job, Frame, Note> = {
    start: () => calls.push('start'),
    open: (backend) => calls.push(`open ${backend}`),
    begin(job, { paused = false, priority = 'screen' }, listener) {
      const run = asked.length + 1;
      asked.push({ run, job: job(), paused, priority });
      alive.set(run, listener);
      jobs.set(run, job);
      return handleOf(run);
    },
    tell: () => calls.push('tell'),
    close: () => calls.push('close'),
  };

  /** The newest run, or the newest of a kind. */
  function latest(wanted: (job: Job) => boolean = () => true): AskedRun<Job> {
    const found = asked.findLast(({ job }) => wanted(job));
    if (!found) throw new Error('The engine was not asked for such a run.');
    return found;
  }

  function emitTo(run: number, frame: Unaddressed<Frame | EndFrame | AgainFrame>): void {
    const listener = alive.get(run);
    const isLast = frame.kind === 'failed' || frame.kind === 'cancelled' || ('done' in frame && frame.done);
    if (isLast) alive.delete(run);
    // The run's id is all that was left out.
    listener?.({ ...frame, run } as Frame | EndFrame | AgainFrame);
  }

  return {
    client,
    asked,
    calls,
    notes,
    ranks,
    latest,
    emitTo,
    /** To the newest run. */
    emit: (frame: Unaddressed<Frame | EndFrame | AgainFrame>) => emitTo(latest().run, frame),
    /** The worker of a run dies and another begins it again: what it is asked for then. */
    die(run: number): Job | undefined {
      emitTo(run, { kind: 'again', reason: { code: 'stopped', detail: '', isReplaced: true } });
      return jobs.get(run)?.();
    },
  };
}
