import { reasonOf } from '#engine/worker/reason.ts';
import { yieldToEventLoop } from '#engine/worker/yieldToEventLoop.ts';
import { alignment } from './alignment.ts';
import type { InsightFrame, InsightRequest, InsightSettings } from './protocol.ts';
import { seriesMoments } from './seriesMoments.ts';
import { stretch } from './stretch.ts';

/** Messages are let in about this often. */
const sliceMs = 30;

let latest = 0;
const post = (frame: InsightFrame) => postMessage(frame);

/** Runs a generator to its end with pauses; null when the run was cancelled. */
async function finish<T>(making: Generator<number, T>, run: number): Promise<T | null> {
  let start = performance.now();
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
    if (performance.now() - start < sliceMs) continue;
    await yieldToEventLoop();
    if (run !== latest) return null;
    start = performance.now();
  }
}

async function lookAtAlignment(run: number, settings: InsightSettings): Promise<void> {
  const activations: Float64Array[] = [];
  const gradients: Float64Array[] = [];
  const length = settings.depth + 1;
  for (let network = 0; network < settings.networks; network++) {
    const found = await finish(alignment(settings, network), run);
    if (!found) return;
    activations.push(found.activation);
    gradients.push(found.gradient);
    post({
      kind: 'alignment',
      run,
      networks: network + 1,
      done: network + 1 === settings.networks,
      activation: seriesMoments(activations, length),
      gradient: seriesMoments(gradients, length),
    });
  }
}

async function lookAtStretch(run: number, settings: InsightSettings): Promise<void> {
  const gaussian: Float64Array[] = [];
  const orthogonal: Float64Array[] = [];
  for (let network = 0; network < settings.networks; network++) {
    const rates = await finish(stretch(settings, 'gaussian', network), run);
    const still = rates && (await finish(stretch(settings, 'orthogonal', network), run));
    if (!rates || !still) return;
    gaussian.push(rates);
    orthogonal.push(still);
    post({
      kind: 'stretch',
      run,
      networks: network + 1,
      done: network + 1 === settings.networks,
      gaussian: seriesMoments(gaussian, settings.width),
      orthogonal: seriesMoments(orthogonal, settings.width),
    });
  }
}

addEventListener('message', ({ data: request }: MessageEvent<InsightRequest>) => {
  if (request.kind === 'cancel') {
    if (request.run === latest) latest = -1;
    return;
  }
  const { run, insight, settings } = request;
  latest = run;
  const look = insight === 'alignment' ? lookAtAlignment : lookAtStretch;
  look(run, settings).catch((error: unknown) => post({ kind: 'failed', run, reason: reasonOf(error) }));
});
