import { expect, test } from 'vitest';
import { chooseTrainer } from '#engine/train/choice/chooseTrainer.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { openTrainBackend, waysOf } from '#engine/train/trainBackend.ts';
import { freshState } from '#engine/train/trainer.ts';
import { deep } from '../../deep.ts';
import { base, randomBatch, shape } from './trainPair.ts';

test(
  'kernels in WGSL and in WebAssembly are timed on the network itself, and the faster is taken',
  deep,
  async () => {
    const backend = await openTrainBackend('auto');
    const weights = initialWeightsAtOnce(shape, {
      weights: 'gaussian',
      gain: 1,
      inputScale: 1,
      biasDeviation: 0,
      outputGain: 1,
      seed: 1,
    });
    const probe = { batch: randomBatch(shape, 9, 1), tuning: { rate: 1e-12, momentum: 0 } };
    const racing = { ...backend, ways: waysOf('auto', { software: false }), isRace: true };
    const { trainer, way, reasons } = await chooseTrainer(racing, base, freshState(weights), probe);
    trainer.dispose();
    const raced = reasons.find((reason) => reason.code === 'raced');
    expect(raced?.times).toHaveLength(2);
    expect(new Set(raced?.times.map((time) => time.way.implementation))).toEqual(new Set(['fused', 'wasm']));
    const [first, second] = raced?.times ?? [];
    expect(first?.way).toEqual(way);
    expect(first?.ms).toBeGreaterThan(0);
    expect(second?.ms).toBeGreaterThan(first?.ms ?? Number.NaN);
    expect(reasons.some(({ code }) => code === 'compared')).toBe(true);
    backend.close();
  },
);
