import type { Slices } from '#engine/worker/scheduler.ts';
import { alignment } from './alignment.ts';
import { ownRate } from './ownRate.ts';
import type { InsightFrame, InsightJob, InsightSettings, RateSettings } from './protocol.ts';
import { seriesMoments } from './seriesMoments.ts';
import { stretch } from './stretch.ts';

type Post = (frame: InsightFrame) => void;

/** Messages are let in about this often. */
const sliceMs = 30;

/** Runs a generator to its end, yielding now and then. */
async function* finish<T>(making: Generator<number, T>): AsyncGenerator<void, T> {
  let start = performance.now();
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
    if (performance.now() - start < sliceMs) continue;
    yield;
    start = performance.now();
  }
}

async function* alignmentSlices(run: number, settings: InsightSettings, post: Post): Slices {
  const activations: Float64Array[] = [];
  const gradients: Float64Array[] = [];
  const length = settings.depth + 1;
  for (let network = 0; network < settings.networks; network++) {
    const found = yield* finish(alignment(settings, network));
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

async function* stretchSlices(run: number, settings: InsightSettings, post: Post): Slices {
  const gaussian: Float64Array[] = [];
  const orthogonal: Float64Array[] = [];
  for (let network = 0; network < settings.networks; network++) {
    gaussian.push(yield* finish(stretch(settings, 'gaussian', network)));
    orthogonal.push(yield* finish(stretch(settings, 'orthogonal', network)));
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

async function* ratesSlices(run: number, settings: RateSettings, post: Post): Slices {
  const found: number[] = [];
  for (let network = 0; network < settings.networks; network++) {
    found.push(ownRate(settings, network));
    const done = network + 1 === settings.networks;
    post({ kind: 'rates', run, networks: network + 1, done, rates: Float64Array.from(found) });
    if (!done) yield;
  }
}

/** Looks at one network after another; each adds to what is posted. */
export function insightSlices(run: number, job: InsightJob, post: Post): Slices {
  if (job.insight === 'rates') return ratesSlices(run, job.settings, post);
  const slices = job.insight === 'alignment' ? alignmentSlices : stretchSlices;
  return slices(run, job.settings, post);
}
