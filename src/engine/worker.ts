import { type OpenBackend, openBackend } from './backend.ts';
import { prepareWalk } from './prepareWalk.ts';
import type { BackendChoice, EngineFrame, EngineRequest, WalkFrame, WalkSettings } from './protocol.ts';
import { initialPace, type Pace } from './walk/pace.ts';
import { createWalkRun } from './walk/walkRun.ts';

interface ActiveRun {
  readonly run: number;
  paused: boolean;
  /** Walks to make although paused. */
  stepsWanted: number;
  cancelled: boolean;
  /** Wakes a paused run. */
  wake: () => void;
}

let backend: Promise<OpenBackend> | null = null;
let active: ActiveRun | null = null;
let pace: Pace = initialPace;

function post(frame: EngineFrame): void {
  if (frame.kind !== 'walk') {
    postMessage(frame);
    return;
  }
  const { mean, variance, stderrMean, stderrVariance } = frame.moments;
  const arrays = [mean, variance, stderrMean, stderrVariance, frame.paths, frame.final];
  postMessage(frame, { transfer: arrays.map((array) => array.buffer) });
}

/** Opens a backend and tells the page; a device lost later is replaced by the next that works. */
function open(choice: BackendChoice): void {
  pace = initialPace;
  backend = openBackend(choice, (fault) => {
    post({ kind: 'lost', fault });
    open(choice);
  });
  backend.then(
    ({ ready }) => post(ready),
    (error: unknown) => post({ kind: 'failed', run: active?.run ?? 0, message: String(error) }),
  );
}

/** Lets messages in: a slice on the processor never awaits anything that would. */
const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

const woken = (run: ActiveRun) =>
  new Promise<void>((resolve) => {
    run.wake = resolve;
  });

async function nextFrame(
  walkRun: ReturnType<typeof createWalkRun>,
  run: ActiveRun,
): Promise<Omit<WalkFrame, 'kind' | 'run'> | null> {
  while (run.paused && run.stepsWanted === 0 && !run.cancelled) await woken(run);
  while (!run.cancelled) {
    const advanced = await walkRun.advance(pace, () => performance.now(), run.paused ? 1 : undefined);
    pace = advanced.pace;
    if (advanced.frame) {
      run.stepsWanted = Math.max(0, run.stepsWanted - 1);
      return advanced.frame;
    }
    await breathe();
  }
  return null;
}

async function walk(settings: WalkSettings, run: ActiveRun): Promise<void> {
  const opened = await backend;
  if (!opened) throw new Error('No backend was opened.');
  await prepareWalk(settings);
  const walkRun = createWalkRun(settings, opened.maxTensorBytes);
  let last: WalkFrame | null = null;
  try {
    while (!run.cancelled && !last?.done) {
      const frame = await nextFrame(walkRun, run);
      if (!frame) break;
      last = { kind: 'walk', run: run.run, ...frame };
      if (!last.done) post(last);
    }
  } finally {
    walkRun.dispose();
  }
  post({ kind: 'memory', run: run.run, ...opened.usage() });
  post(last?.done ? last : { kind: 'cancelled', run: run.run });
}

function start(run: number, settings: WalkSettings, paused: boolean): void {
  cancel();
  const fresh: ActiveRun = { run, paused, stepsWanted: 0, cancelled: false, wake: () => undefined };
  active = fresh;
  walk(settings, fresh).catch((error: unknown) => post({ kind: 'failed', run, message: String(error) }));
}

function cancel(): void {
  if (!active) return;
  active.cancelled = true;
  active.wake();
}

function control(request: Exclude<EngineRequest, { kind: 'open' | 'walk' }>): void {
  if (active?.run !== request.run) return;
  if (request.kind === 'cancel') active.cancelled = true;
  else if (request.kind === 'step') active.stepsWanted += 1;
  else active.paused = request.kind === 'pause';
  active.wake();
}

addEventListener('message', ({ data: request }: MessageEvent<EngineRequest>) => {
  if (request.kind === 'open') open(request.backend);
  else if (request.kind === 'walk') start(request.run, request.settings, request.paused);
  else control(request);
});
