import { expect, test } from 'vitest';
import { layerMatrix } from '#engine/insight/layerMatrix.ts';
import { ownRate } from '#engine/insight/ownRate.ts';
import type { InsightFrame, InsightJob, RateSettings } from '#engine/insight/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { changeExperiment, createWalkStore } from '#run/store.ts';
import { createRates, rateSettings } from '#run/walk/rates.ts';
import { emptyWalkRecord } from '#run/walk/walkRecord.ts';
import { walkResults } from '#run/walk/walkResults.ts';
import { createFakeEngine } from './fakeEngine.ts';

const base: RateSettings = { weights: 'gaussian', width: 9, gain: 1.2, residual: 0, seed: 5, networks: 4 };

/** Growth of ln |x|^2 a step of many, in plain float64. */
function growth(settings: RateSettings, network: number): number {
  const { width, residual } = settings;
  const rows = layerMatrix(settings, settings.weights, 1, network);
  let x = Float64Array.from({ length: width }, (_, i) => Math.sin(i + 1));
  const steps = 4000;
  let sum = 0;
  for (let k = 0; k < 2 * steps; k++) {
    const made = x.map((own, i) => {
      const product = rows[i]?.reduce((all, w, j) => all + w * (x[j] ?? 0), 0) ?? 0;
      return residual > 0 ? own + residual * product : product;
    });
    const square = made.reduce((all, y) => all + y * y, 0);
    if (k >= steps) sum += Math.log(square);
    x = made.map((y) => y / Math.sqrt(square));
  }
  return sum / steps;
}

test('the own rate of a network is the growth of what its matrix is applied to again and again', () => {
  for (const changes of [
    {},
    { weights: 'uniform' },
    { residual: 0.5 },
    { width: 1 },
    { weights: 'orthogonal' },
  ] as const) {
    const settings = { ...base, ...changes };
    for (let network = 0; network < settings.networks; network++) {
      expect(ownRate(settings, network), JSON.stringify(changes)).toBeCloseTo(growth(settings, network), 2);
    }
  }
  expect(ownRate({ ...base, weights: 'orthogonal' }, 0)).toBeCloseTo(2 * Math.log(1.2), 9);
});

const tied = { tied: 1, depth: 10, width: 8, walks: 3, gain: 1 } as const;

/** A page whose insights answer nothing by themselves. */
function open() {
  const store = createWalkStore();
  const engine = createFakeEngine<InsightJob, InsightFrame>();
  const rates = createRates(store, () => engine.client);
  const of = () => rates.of(store.getState().experiment, noFoundGains);
  return { ...engine, store, rates, of };
}

test('rates are asked for when tied linear walks are done, and only then', () => {
  const { store, asked, emit, of } = open();
  store.setState({ run: { status: 'done' } });
  expect(asked).toEqual([]);
  store.setState({ run: { status: 'running' } });
  changeExperiment(store, tied);
  expect(asked).toEqual([]);
  store.setState({ run: { status: 'done' } });
  expect(asked.map(({ job }) => job)).toEqual([
    {
      insight: 'rates',
      settings: { weights: 'gaussian', width: 8, gain: 1, residual: 0, seed: 1, networks: 3 },
    },
  ]);
  expect(of()).toBeNull();
  emit({ kind: 'rates', networks: 3, done: true, rates: Float64Array.of(0.1, 0.2, 0.3) });
  expect(of()).toEqual(Float64Array.of(0.1, 0.2, 0.3));
  changeExperiment(store, { seed: 2 });
  expect(of()).toBeNull();
});

test('what has no straight lines has no rates: other f, norms, weight gradients, new matrices, wide ones', () => {
  const asked = (patch: object) => rateSettings({ ...defaultExperiment, ...tied, ...patch }, noFoundGains);
  expect(asked({})).not.toBeNull();
  expect(asked({ ensemble: 'inputs' })).toMatchObject({ networks: 1 });
  expect(asked({ bias: 0.1 })).not.toBeNull();
  for (const patch of [
    { f: 'relu' },
    { norm: 'rms' },
    { pass: 'weights' },
    { tied: 0 },
    { width: 129 },
    { pass: 'forward', bias: 0.1 },
  ]) {
    expect(asked(patch), JSON.stringify(patch)).toBeNull();
  }
});

test('results name a slope a walk where they are computed, one for all of one network', () => {
  const slopesOf = (patch: object, rates: Float64Array | null) => {
    const experiment = { ...defaultExperiment, ...tied, ...patch };
    const record = emptyWalkRecord(walkSettings(experiment, noFoundGains));
    return walkResults(experiment, noFoundGains, record, null, rates).slopes;
  };
  expect(slopesOf({}, null)).toBeUndefined();
  expect(slopesOf({}, Float64Array.of(0.1, 0.2, 0.3))).toEqual([0.1, 0.2, 0.3]);
  expect(slopesOf({ ensemble: 'inputs' }, Float64Array.of(0.1))).toEqual([0.1, 0.1, 0.1]);
});
