import { expect, test } from 'vitest';
import type { LayerNorms, TrainFrame } from '#engine/train/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { changedKeys } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { sumsOf } from '#run/train/runningSums.ts';
import { relativeNorms, smoothedSeries, thinnedSeries, trainOutcome } from '#run/train/trainFacts.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { emptyTrainRecord, type TrainRecord, withTrainFrame } from '#run/train/trainRecord.ts';
import { isStuck, outsizedStart, type Remedy, trainRemedies } from '#run/train/trainRemedies.ts';
import { trainResults } from '#run/train/trainResults.ts';
import { startedFrame as started } from './startedFrame.ts';

const planOf = (experiment: Experiment) => trainPlan(experiment, noFoundGains, 0);

const norms: LayerNorms = {
  step: 0,
  delta: Float32Array.of(1, 2, 4, 8),
  weightGradient: Float32Array.of(5, 5, 6, 9),
  activation: Float32Array.of(0, 3, 5, 6),
};

const frame: TrainFrame = {
  kind: 'train',
  run: 1,
  step: 3,
  losses: Float32Array.of(3, 2, 1),
  accuracies: Float32Array.of(0.25, 0.5, 1),
  norms: [norms],
  heldOut: { step: 3, loss: 0.5, accuracy: 0.75, samples: 100 },
  examples: null,
  answers: null,
  surface: null,
  rate: 0.01,
  elapsedMs: 1500,
  scriptMs: 30,
  diverged: null,
  done: false,
};

const record = (experiment = defaultExperiment): TrainRecord => ({
  ...withTrainFrame(emptyTrainRecord(planOf({ ...experiment, view: 'train' }), []), frame),
  started,
});

test('norms are relative to where their pass begins, at layers back from the output', () => {
  expect([...relativeNorms(norms, 'backward')]).toEqual([0, -4, -6, -7]);
  expect([...relativeNorms(norms, 'forward')]).toEqual([6, 5, 3, 0]);
  // The last matrix is the reference, as in the walk: entry 1 is it, entry 2 the one before.
  expect([...relativeNorms(norms, 'weights')]).toEqual([0, 0, -3, -4]);
});

test('a long series is thinned to means that keep its sum', () => {
  const values = Float32Array.from({ length: 4000 }, (_, i) => i);
  const points = thinnedSeries(sumsOf(values), 4000);
  expect(points.length).toBeLessThanOrEqual(400);
  expect(points.reduce((sum, [, value]) => sum + value, 0) / points.length).toBeCloseTo(1999.5, 6);
});

test('the trend of a straight line is the line, away from its ends', () => {
  const values = Float32Array.from({ length: 400 }, (_, i) => 2 * i);
  for (const [step, value] of smoothedSeries(sumsOf(values), 400).slice(20, 380))
    expect(value).toBeCloseTo(2 * step, 6);
  expect(smoothedSeries(sumsOf(values), 0)).toEqual([]);
});

/** Running sums that count how often they are read. */
function countedSums(length: number) {
  let reads = 0;
  const sums = sumsOf(new Float32Array(length).fill(0.5));
  const counted = new Proxy(sums, {
    get(target, name) {
      reads += 1;
      return Reflect.get(target, name, target);
    },
  });
  return { sums: counted, reads: () => reads };
}

test('what is drawn of a run costs the same after 1,000 steps and after 100,000', () => {
  const readsAt = (step: number) => {
    const { sums, reads } = countedSums(step);
    thinnedSeries(sums, step);
    smoothedSeries(sums, step);
    expect(trainOutcome({ ...record(), step, lossSums: sums })?.loss).toBe(0.5);
    return reads();
  };
  expect(readsAt(100_000)).toBeLessThan(1.5 * readsAt(1_000));
});

test('a frame is written into the series and their sums, which are not copied, also where steps are made again', () => {
  const begun = emptyTrainRecord(planOf({ ...defaultExperiment, steps: 9 }), []);
  const first = withTrainFrame(begun, frame);
  const back = withTrainFrame(first, { kind: 'halved', run: 1, step: 1, rate: 0.005 });
  const again = withTrainFrame(back, {
    ...frame,
    losses: Float32Array.of(7, 5),
    accuracies: Float32Array.of(0, 1),
  });
  expect(again.losses).toBe(begun.losses);
  expect(again.lossSums).toBe(begun.lossSums);
  expect([...again.lossSums.subarray(0, 4)]).toEqual([0, 3, 10, 15]);
  expect([...again.accuracySums.subarray(0, 4)]).toEqual([0, 0.25, 0.25, 1.25]);
});

test('frames are put behind one another, beyond the steps that were planned', () => {
  const begun = emptyTrainRecord(planOf({ ...defaultExperiment, steps: 2 }), []);
  const grown = withTrainFrame(withTrainFrame(begun, frame), { ...frame, step: 6 });
  expect([...grown.losses.subarray(0, 6)]).toEqual([3, 2, 1, 3, 2, 1]);
  expect([...grown.lossSums.subarray(0, 7)]).toEqual([0, 3, 5, 6, 9, 11, 12]);
  expect(grown.norms).toHaveLength(2);
});

test('results are plain JSON with the names that the documentation gives', () => {
  const results = trainResults(record());
  expect(results).toMatchObject({
    kind: 'train',
    step: 3,
    loss: [3, 2, 1],
    accuracy: [0.25, 0.5, 1],
    testAccuracy: 0.75,
    gradientNorms: { step: [0], perLayer: [[1, 2, 4, 8]] },
    diverged: null,
    backend: 'wasm (processor), composed',
    stepsPerSecond: 2,
  });
  expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  expect(trainResults(emptyTrainRecord(planOf(defaultExperiment), []))).toBeNull();
});

test('a first loss far beyond guessing is the network’s, and branches would do, until the loss has come down', () => {
  const begun = emptyTrainRecord(planOf({ ...defaultExperiment, depth: 4, gain: 'auto' }), []);
  const huge = (losses: readonly number[]) => ({
    ...withTrainFrame(begun, { ...frame, losses: Float32Array.from(losses) }),
    started,
  });
  const wild = huge([500 * started.constantLoss, 90, 80]);
  expect(outsizedStart(wild)).toBeCloseTo(500, 3);
  expect(trainRemedies(wild, noFoundGains).map(({ kind }) => kind)).toEqual(['branches']);
  expect(outsizedStart(huge([500 * started.constantLoss, 9, 0.5 * started.constantLoss]))).toBeNull();
  expect(outsizedStart(huge([2 * started.constantLoss, 90, 80]))).toBeNull();
  expect(outsizedStart({ ...wild, started: null })).toBeNull();
});

test('the outcome is the mean of the last tenth and the last look at what was held out', () => {
  expect(trainOutcome(record())).toMatchObject({
    loss: 1,
    accuracy: 0.75,
    heldOutLoss: 0.5,
    errorShare: null,
  });
  const encoded = {
    ...record({ ...defaultExperiment, task: 'encode' }),
    started: { ...started, constantError: 2 },
  };
  expect(trainOutcome(encoded)).toMatchObject({ accuracy: null, errorShare: 0.25 });
});

const broken = (patch: Partial<Experiment>, step: number) =>
  trainRemedies(
    {
      ...record({ ...defaultExperiment, ...patch }),
      diverged: { step, where: 'activation', layer: 7 },
    },
    noFoundGains,
  );
const kinds = (remedies: readonly Remedy[]) => remedies.map(({ kind }) => kind);

test('a run that broke at once by its gain is offered g*, then branches; one that broke by the rate it was given one that is found', () => {
  expect(broken({ gain: 3 }, 0)).toEqual([
    { kind: 'gain', gain: expect.closeTo(1.005, 3), change: { gain: 'auto' } },
    { kind: 'branches', alpha: 0.04472, change: { residual: 0.04472, norm: 'rms' } },
  ]);
  expect(kinds(broken({ gain: 3 }, 40))).toEqual(['gain', 'branches']);
  expect(broken({ rate: 0.01 }, 40)).toEqual([{ kind: 'rate', change: { rate: 'auto' } }]);
  expect(kinds(broken({}, 40))).toEqual(['branches']);
  // Twenty ReLU layers of 256 with weights of gain 2.3 broke after some steps: a drift of 19.9, not the rate.
  expect(kinds(broken({ f: 'relu', depth: 20, width: 256, gain: 2.34 }, 9))).toEqual(['gain', 'branches']);
  expect(trainRemedies(record(), noFoundGains)).toEqual([]);
});

test('no gain is offered where none helps, and no branches where they are there', () => {
  expect(kinds(broken({ residual: 1 }, 3))).toEqual(['branches']);
  expect(kinds(broken({ f: 'relu', norm: 'layer', gain: 3 }, 3))).toEqual(['branches']);
  expect(kinds(broken({ norm: 'rms', gain: 3, rate: 1 }, 3))).toEqual(['rate']);
  expect(kinds(broken({ tied: 1, rate: 1 }, 3))).toEqual(['rate', 'branches']);
  expect(kinds(broken({ tied: 1, gain: 3 }, 0))).toEqual(['branches']);
  expect(kinds(broken({ residual: 0.04, norm: 'rms', gain: 3, rate: 1 }, 0))).toEqual(['rate']);
});

test('a run that has ended and answers like a constant is stuck, and a deep plain one is offered branches', () => {
  const ended = (patch: Partial<Experiment>, loss: number, step = 60): TrainRecord => ({
    ...record({ ...defaultExperiment, ...patch }),
    lossSums: sumsOf(new Float32Array(step).fill(loss)),
    step,
    done: true,
  });
  const guessing = Math.log(10);
  expect(isStuck(ended({}, guessing))).toBe(true);
  expect(isStuck({ ...ended({}, guessing), done: false })).toBe(false);
  expect(isStuck(ended({}, guessing, 40))).toBe(false);
  expect(isStuck(ended({}, 0.9 * guessing))).toBe(false);
  const remedies = (patch: Partial<Experiment>) => kinds(trainRemedies(ended(patch, guessing), noFoundGains));
  expect(remedies({ f: 'relu', depth: 200, gain: 0.7 })).toEqual(['gain', 'branches']);
  expect(remedies({ f: 'relu', depth: 200 })).toEqual(['branches']);
  expect(remedies({ f: 'relu', depth: 3 })).toEqual([]);
  expect(remedies({ f: 'relu', depth: 200, residual: 0.07, norm: 'rms' })).toEqual([]);
});

test('learning rate, momentum, steps, pass and theme begin no new run; everything that is trained does', () => {
  const changed = (patch: Partial<typeof defaultExperiment>) =>
    changedKeys({ ...defaultExperiment, ...patch }, defaultExperiment);
  expect(changed({ rate: 1, momentum: 0.5, steps: 7, pass: 'forward', theme: 'dark', walks: 3 })).toEqual([]);
  expect(changed({ depth: 3, data: 'spirals' })).toEqual(['depth', 'data']);
});
