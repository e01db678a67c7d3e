import { type EndFrame, type EngineRequest, type Priority, priorities } from './protocol.ts';
import { reasonOf } from './reason.ts';
import { createRunControl, type RunControl } from './runControl.ts';
import { yieldToEventLoop } from './yieldToEventLoop.ts';

/**
 * The work of a run: a slice between two yields. It ends by returning, after its last frame; a cancelled run is made to
 * return where it stands, so that `finally` puts away what it holds.
 */
export type Slices = AsyncGenerator<void, void>;

/** A run's work, and who hears what the page tells it meanwhile. */
export interface Work<Note> {
  readonly slices: Slices;
  readonly hear?: (note: Note) => void;
}

interface Run<Note> extends Work<Note> {
  readonly control: RunControl;
  priority: Priority;
}

interface SchedulerParts<Job, Note> {
  /** Makes the work of a job; nothing of it runs yet. */
  readonly work: (job: Job, control: RunControl) => Work<Note>;
  readonly post: (frame: EndFrame) => void;
  /** The time, ms. */
  readonly now?: () => number;
}

/** Takes the requests that concern runs. */
export type Scheduler<Job, Note> = (
  request: Exclude<EngineRequest<Job, Note>, { readonly kind: 'open' }>,
) => void;

/**
 * Does the slices of an engine's runs one at a time, never two at once: the run of the highest priority that is not
 * paused, of equals the newest. What comes by message is heard between two slices.
 */
export function createScheduler<Job, Note>({
  work,
  post,
  now = () => performance.now(),
}: SchedulerParts<Job, Note>): Scheduler<Job, Note> {
  const runs = new Map<number, Run<Note>>();
  let isWorking = false;
  let alarm: ReturnType<typeof setTimeout> | null = null;

  const rankOf = ({ control, priority }: Run<Note>) =>
    control.isCancelled() ? -1 : priorities.indexOf(priority);
  const timeOf = ({ control }: Run<Note>) => (control.isCancelled() ? 0 : control.runnableAt());

  /** The run whose turn it is; undefined when all wait. */
  function next(): Run<Note> | undefined {
    const time = now();
    return [...runs.values()]
      .filter((run) => timeOf(run) <= time)
      .sort((a, b) => rankOf(a) - rankOf(b) || b.control.run - a.control.run)[0];
  }

  async function slice({ control, slices }: Run<Note>): Promise<void> {
    const { run } = control;
    try {
      if (control.isCancelled()) {
        await slices.return();
        runs.delete(run);
        post({ kind: 'cancelled', run });
      } else if ((await slices.next()).done) runs.delete(run);
    } catch (error) {
      runs.delete(run);
      post({ kind: 'failed', run, reason: reasonOf(error) });
    }
  }

  /** Wakes when the first of those that rest may go on. */
  function setAlarm(): void {
    const soonest = Math.min(...[...runs.values()].map(timeOf));
    if (Number.isFinite(soonest)) alarm = setTimeout(doSlices, Math.max(0, soonest - now()));
  }

  async function doSlices(): Promise<void> {
    if (isWorking) return;
    if (alarm !== null) clearTimeout(alarm);
    alarm = null;
    isWorking = true;
    for (let run = next(); run; run = next()) {
      await slice(run);
      await yieldToEventLoop();
    }
    isWorking = false;
    setAlarm();
  }

  return (request) => {
    if (request.kind === 'begin') {
      const control = createRunControl(request.run, request.paused);
      runs.set(request.run, { control, priority: request.priority, ...work(request.job, control) });
    } else {
      const known = runs.get(request.run);
      if (!known) return;
      if (request.kind === 'note') known.hear?.(request.note);
      else if (request.kind === 'rank') known.priority = request.priority;
      else known.control.apply(request.kind);
    }
    doSlices();
  };
}
