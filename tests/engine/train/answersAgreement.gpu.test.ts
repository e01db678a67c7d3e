import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { openTrainBackend } from '#engine/train/trainBackend.ts';
import { openedDevice } from '../device/openedDevice.ts';
import { base, randomBatch, shape, withPair } from './trainPair.ts';

test('losses and answers of every sample are the same, fused and composed, and follow from the outputs', async () => {
  const device = await openedDevice();
  await (await openTrainBackend('wasm')).activate('cpu');
  await withPair(device, base, async ({ fused, composed }) => {
    const batches = [randomBatch(shape, 9, 3), randomBatch(shape, 4, 5)];
    const [ours, theirs] = [await fused.evaluate(batches), await composed.evaluate(batches)];
    for (const [b, batch] of batches.entries()) {
      const logits = await composed.outputs(batch);
      const rows = Array.from({ length: batch.count }, (_, i) =>
        logits.subarray(shape.outputs * i, shape.outputs * (i + 1)),
      );
      const answers = rows.map((row) => row.indexOf(Math.max(...row)));
      expect([...(ours[b]?.answers ?? [])]).toEqual(answers);
      expect([...(theirs[b]?.answers ?? [])]).toEqual(answers);
      const right = answers.filter((answer, i) => answer === batch.labels[i]).length;
      expect(ours[b]?.accuracy).toBeCloseTo(right / batch.count, 6);
      for (const [i, row] of rows.entries()) {
        const sum = row.reduce((total, logit) => total + Math.exp(logit), 0);
        const loss = Math.log(sum) - (row[batch.labels[i] ?? 0] ?? 0);
        expect(ours[b]?.losses[i]).toBeCloseTo(loss, 4);
        expect(theirs[b]?.losses[i]).toBeCloseTo(loss, 4);
      }
    }
  });
});
