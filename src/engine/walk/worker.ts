import { type OpenBackend, openBackend } from '#engine/device/backend.ts';
import { reasonOf } from '#engine/worker/reason.ts';
import { createRunControl, type RunControl } from '#engine/worker/runControl.ts';
import { yieldToEventLoop } from '#engine/worker/yieldToEventLoop.ts';
import { findGain } from './gainSearch.ts';
import { initialPace, type Pace } from './pace.ts';
import { prepareWalk } from './prepareWalk.ts';
import type {
  BackendChoice,
  EngineFrame,
  EngineRequest,
  GainSearch,
  WalkFrame,
  WalkSettings,
} from './protocol.ts';
import { createWalkRun } from './walkRun.ts';

let backend: Promise<OpenBackend> | null = null;
let active: RunControl | null = null;
/** The device's speed by kind of work: a matrix-free unit, a Gaussian and an orthogonal weight cost not alike. */
const paces = new Map<string, Pace>();
let searched: GainSearch | null = null;

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
  paces.clear();
  // Whoever wants its answer asks the new backend.
  searched = null;
  backend = openBackend(choice, (fault) => {
    post({ kind: 'lost', fault });
    open(choice);
  });
  backend.then(
    ({ ready }) => post(ready),
    (error: unknown) => post({ kind: 'failed', run: active?.run ?? 0, reason: reasonOf(error) }),
  );
}

/** What costs alike: a run's speed says nothing of another kind's, and a slice sized by it could last for seconds. */
const kindOf = ({ sampler, weights, nonlinearity }: WalkSettings) => `${sampler} ${weights} ${nonlinearity}`;

async function nextFrame(
  walkRun: ReturnType<typeof createWalkRun>,
  kind: string,
  run: RunControl,
): Promise<Omit<WalkFrame, 'kind' | 'run'> | null> {
  if (!(await run.waitUntilRunnable())) return null;
  while (!run.isCancelled()) {
    const pace = paces.get(kind) ?? initialPace;
    const advanced = await walkRun.advance(pace, () => performance.now(), run.isPaused() ? 1 : undefined);
    paces.set(kind, advanced.pace);
    if (advanced.frame) {
      run.stepMade();
      return advanced.frame;
    }
    await yieldToEventLoop();
  }
  return null;
}

async function walk(settings: WalkSettings, run: RunControl): Promise<void> {
  const opened = await backend;
  if (!opened) throw new Error('No backend was opened.');
  await prepareWalk(settings);
  const walkRun = createWalkRun(settings, opened.maxTensorBytes);
  let last: WalkFrame | null = null;
  try {
    while (!run.isCancelled() && !last?.done) {
      const frame = await nextFrame(walkRun, kindOf(settings), run);
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
  active?.apply('cancel');
  active = createRunControl(run, paused);
  walk(settings, active).catch((error: unknown) => post({ kind: 'failed', run, reason: reasonOf(error) }));
}

/** Answers unless another search came meanwhile; what goes wrong on the way is no answer, the run says so itself. */
async function search(question: GainSearch): Promise<void> {
  searched = question;
  const isWanted = () => searched === question;
  const opened = await backend;
  if (!opened || !isWanted()) return;
  const waitUntilRunnable = async () => {
    await yieldToEventLoop();
    return isWanted();
  };
  const found = await findGain(question, { maxBytes: opened.maxTensorBytes, waitUntilRunnable }).catch(
    () => null,
  );
  if (isWanted()) post({ kind: 'gain', search: question, found });
}

addEventListener('message', ({ data: request }: MessageEvent<EngineRequest>) => {
  if (request.kind === 'open') open(request.backend);
  else if (request.kind === 'walk') start(request.run, request.settings, request.paused);
  else if (request.kind === 'gain') search(request.search);
  else if (active?.run === request.run) active.apply(request.kind);
});
