import type { BackendChoice } from '#engine/device/protocol.ts';

import { createWorkerLink } from './link.ts';
import type { AgainFrame, EndFrame, EngineRequest, Priority, RunCommand } from './protocol.ts';

/** What a frame of a run has in common with those of every engine. */
interface OfRun {
  readonly kind: string;
  readonly run: number;
  /** True on a run's last frame. */
  readonly done?: boolean;
}

/** The page's hold on one run. After `cancel` its id is dead: no frame of it is heard any more. */
export interface RunHandle<Note = never> {
  readonly run: number;
  pause(): void;
  resume(): void;
  /** Makes one more step of a paused run. */
  step(): void;
  cancel(): void;
  rank(priority: Priority): void;
  note(note: Note): void;
}

export interface BeginOptions {
  readonly paused?: boolean;
  readonly priority?: Priority;
}

/** The page's half of an engine. */
export interface EngineClient<Job, Frame, Note = never> {
  /** Starts the worker with what was asked for so far; until then requests wait, so that the page can paint first. */
  start(): void;
  open(backend: BackendChoice): void;
  /**
   * Begins a run. `job` is asked again when the worker died and a fresh one begins the run anew, after `listener` has
   * heard an `again` frame. No frame follows one that is `done`, `failed` or `cancelled`.
   */
  begin(
    job: () => Job,
    options: BeginOptions,
    listener: (frame: Frame | EndFrame | AgainFrame) => void,
  ): RunHandle<Note>;
  /** Sends what belongs to no run. */
  tell(message: object): void;
  /** Ends the worker and every run. */
  close(): void;
}

interface LiveRun<Job, Frame> {
  readonly job: () => Job;
  readonly listener: (frame: Frame | EndFrame | AgainFrame) => void;
  paused: boolean;
  priority: Priority;
  /** Steps asked for before there was a worker. */
  steps: number;
}

interface EngineClientParts<News> {
  readonly createWorker: () => Worker;
  /** Hears what the engine says of itself and of no run. */
  readonly onNews: (news: News) => void;
  /** The time, ms. */
  readonly now?: () => number;
}

const isLast = (frame: OfRun) => frame.kind === 'failed' || frame.kind === 'cancelled' || frame.done === true;

/** The runs under way, and how each is begun on a fresh worker. */
function createRunTable<Job, Frame extends OfRun, Note>(post: (request: EngineRequest<Job, Note>) => void) {
  const runs = new Map<number, LiveRun<Job, Frame>>();

  function begin(run: number): void {
    const known = runs.get(run);
    if (!known) return;
    const { job, paused, priority, steps } = known;
    post({ kind: 'begin', run, job: job(), paused, priority });
    for (let step = 0; step < steps; step++) post({ kind: 'step', run });
  }

  return {
    begin,
    beginAll: () => [...runs.keys()].forEach(begin),
    add: (run: number, live: LiveRun<Job, Frame>) => runs.set(run, live),
    hear(frame: Frame | EndFrame): void {
      const known = runs.get(frame.run);
      if (isLast(frame)) runs.delete(frame.run);
      known?.listener(frame);
    },
    /** Says of every run how it ended, or that it is begun again. */
    tellAll(frameOf: (run: number) => EndFrame | AgainFrame): void {
      for (const [run, { listener }] of [...runs]) {
        const frame = frameOf(run);
        if (frame.kind !== 'again') runs.delete(run);
        listener(frame);
      }
    },
    handle(run: number, isAlive: () => boolean): RunHandle<Note> {
      function command(kind: RunCommand): void {
        const known = runs.get(run);
        if (!known) return;
        if (kind === 'cancel') runs.delete(run);
        else if (kind !== 'step') known.paused = kind === 'pause';
        else if (!isAlive()) known.steps += 1;
        post({ kind, run });
      }
      return {
        run,
        pause: () => command('pause'),
        resume: () => command('resume'),
        step: () => command('step'),
        cancel: () => command('cancel'),
        rank(priority) {
          const known = runs.get(run);
          if (!known || known.priority === priority) return;
          known.priority = priority;
          post({ kind: 'rank', run, priority });
        },
        note(note) {
          if (runs.has(run)) post({ kind: 'note', run, note });
        },
      };
    },
  };
}

export function createEngineClient<Job, Frame extends OfRun, News extends object, Note = never>({
  createWorker,
  onNews,
  now = () => performance.now(),
}: EngineClientParts<News>): EngineClient<Job, Frame, Note> {
  const isOfRun = (message: Frame | News): message is Frame => 'run' in message;
  let isStarted = false;
  let choice: BackendChoice = 'auto';
  let last = 0;

  const link = createWorkerLink<object, Frame | News>({
    createWorker,
    now,
    onMessage: (message) => (isOfRun(message) ? runs.hear(message) : onNews(message)),
    onConnect() {
      open(choice);
      runs.beginAll();
    },
    onDeath(reason) {
      const kind = reason.isReplaced ? 'again' : 'failed';
      runs.tellAll((run) => ({ kind, run, reason }));
    },
  });
  const runs = createRunTable<Job, Frame, Note>(link.post);
  const open = (backend: BackendChoice) => link.post({ kind: 'open', backend });

  return {
    start() {
      if (!isStarted) link.connect();
      isStarted = true;
    },
    open(backend) {
      choice = backend;
      open(backend);
    },
    begin(job, { paused = false, priority = 'screen' }, listener) {
      last += 1;
      runs.add(last, { job, listener, paused, priority, steps: 0 });
      if (link.isAlive()) runs.begin(last);
      // The worker died too often; whoever asks again may have another try.
      else if (isStarted) link.connect();
      return runs.handle(last, link.isAlive);
    },
    tell: link.post,
    close() {
      link.close();
      isStarted = false;
      runs.tellAll((run) => ({ kind: 'cancelled', run }));
    },
  };
}
