import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import { createFeatures, featureCount, slopesOf } from '#engine/data/phones/features.ts';
import { cepstra, createMfcc, frameCount, grain, hopSamples } from '#engine/data/phones/mfcc.ts';
import { phoneNames } from '#engine/data/phones/phoneNames.ts';
import { soundRate } from '#engine/data/phones/soundRate.ts';
import { createSpeaking, type Utterance } from '#engine/data/phones/utterances.ts';
import { phoneSpeakers, phones } from '#engine/data/sets/phones.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { meanCepstra } from './plainMfcc.ts';
import { trainedAccuracy } from './plainTraining.ts';

let set: DataSet;
let said: readonly Utterance[];

beforeAll(() => {
  const making = phones();
  for (;;) {
    const next = making.next();
    if (!next.done) continue;
    set = next.value;
    break;
  }
  const say = createSpeaking();
  const { train, heldOut } = phoneSpeakers;
  said = [train, heldOut].flatMap(({ first, count, utterances }) =>
    Array.from({ length: count }, (_, i) => [...say(first + i, utterances)]).flat(),
  );
}, 120_000);

const sumOf = (bytes: ArrayBufferView) =>
  createHash('sha256')
    .update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .digest('hex')
    .slice(0, 16);

test('the set is the same always, bit for bit: sound, inputs and labels', () => {
  expect({
    sound: sumOf(set.heard?.sound ?? new Uint8Array()),
    inputs: [set.train, set.heldOut].map((split) => sumOf(split.inputs)),
    labels: [set.train, set.heldOut].map((split) => sumOf(split.labels)),
  }).toMatchInlineSnapshot(`
    {
      "inputs": [
        "2ce278cc6d6a4dad",
        "af11db26d85b1731",
      ],
      "labels": [
        "29ef1111fdfa09df",
        "a1c1b5495f32c14e",
      ],
      "sound": "8db0733cb3e3c909",
    }
  `);
});

test('another engine makes the same set: no number lies where its last bit decides how it is rounded', () => {
  const near = (values: Iterable<number>, step: number) => {
    let nearest = 0.5;
    for (const value of values)
      nearest = Math.min(nearest, Math.abs(value / step - Math.floor(value / step) - 0.5));
    return nearest;
  };
  const whole = (length: number) => Array.from({ length }, (_, i) => i);
  const cosines = whole(8001).map((f) => Math.cos((2 * Math.PI * f) / soundRate));
  const decays = whole(4001).map((b) => Math.exp((-Math.PI * b) / soundRate));
  // A double's last bit is 1e-16; of these grains 1e-7.
  expect(near(cosines.slice(1, 4000), 2 ** -30)).toBeGreaterThan(1e-6);
  expect(near(decays, 2 ** -30)).toBeGreaterThan(1e-6);
  const mfcc = createMfcc();
  const nearest = said.map(({ sound }) => near(mfcc(sound), grain));
  // Cepstra come of some hundred sums of numbers up to 40: good to 1e-11 of a grain or so.
  expect(Math.min(...nearest)).toBeGreaterThan(1e-8);
});

test('some thousand frames are learned and more than 1000 held out, from speakers that are never in both', () => {
  const { train, heldOut } = phoneSpeakers;
  expect(train.first + train.count).toBeLessThanOrEqual(heldOut.first);
  expect(set.inputs).toBe(11 * 39);
  expect(set.train.count).toBeGreaterThan(5000);
  expect(set.heldOut.count).toBeGreaterThan(1500);
  const sounds = said.map(({ sound }) => sumOf(sound));
  expect(new Set(sounds).size).toBe(sounds.length);
});

test('every class is there, and none is more than ten times as frequent as another', () => {
  expect(phoneNames.length).toBeGreaterThanOrEqual(20);
  for (const { labels } of [set.train, set.heldOut]) {
    const counts = phoneNames.map((_, phone) =>
      labels.reduce((sum, label) => sum + Number(label === phone), 0),
    );
    expect(Math.min(...counts)).toBeGreaterThan(labels.length / 80);
    expect(Math.max(...counts)).toBeLessThan(10 * Math.min(...counts));
  }
});

test('cepstra are those of the textbook: windowed, transformed sum by sum, weighted, logarithms, transformed again', () => {
  const { sound } = said[0] ?? { sound: new Int16Array() };
  const found = createMfcc()(sound);
  expect(found).toHaveLength(frameCount(sound.length) * cepstra);
  for (const frame of [0, 7, 40]) {
    const plain = meanCepstra(sound, frame * hopSamples);
    for (const [k, value] of plain.entries())
      expect(Math.abs((found[frame * cepstra + k] ?? 0) - value)).toBeLessThan(1e-8);
  }
});

test('a slope is that of a straight line, and features are cepstra, slopes, and their slopes', () => {
  const line = Float64Array.from(
    { length: 20 * cepstra },
    (_, i) => 3 * Math.floor(i / cepstra) + (i % cepstra),
  );
  const slopes = slopesOf(line);
  for (let frame = 2; frame < 18; frame++) expect(slopes[frame * cepstra + 4]).toBeCloseTo(3, 12);
  const { sound } = said[3] ?? { sound: new Int16Array() };
  const features = createFeatures()(sound);
  const part = (start: number) =>
    Float64Array.from({ length: (features.length / featureCount) * cepstra }, (_, i) => {
      const frame = Math.floor(i / cepstra);
      return features[frame * featureCount + start + (i % cepstra)] ?? 0;
    });
  expect(slopesOf(part(0))).toEqual(part(cepstra));
  expect(slopesOf(part(cepstra))).toEqual(part(2 * cepstra));
});

test('an input is its frame and five to each side, and every feature has mean 0 and deviation 1 over the training', () => {
  const { inputs } = batchOf(set, set.heldOut, placesOf(20, 27));
  // The first held-out samples follow one another: what is in the middle of one is one place on in the one before.
  const at = (sample: number, place: number) =>
    inputs.slice(
      sample * set.inputs + place * featureCount,
      sample * set.inputs + (place + 1) * featureCount,
    );
  expect(at(0, 5)).toEqual(at(1, 4));
  expect(at(5, 0)).toEqual(at(0, 5));
  for (const k of [0, 12, 13, 38]) {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < set.train.count; i++) {
      const value = set.train.inputs[i * set.inputs + 5 * featureCount + k] ?? 0;
      sum += value;
      squares += value * value;
    }
    expect(Math.abs(sum / set.train.count)).toBeLessThan(1e-3);
    expect(squares / set.train.count).toBeCloseTo(1, 3);
  }
});

test('the sound is there: 16 bits, not clipped for more than a moment, with a spectrogram that has its peaks', () => {
  const heard = set.heard;
  if (!heard) throw new Error('Nothing is heard.');
  expect(frameCount(heard.sound.length)).toBe(heard.frames);
  const loud = heard.sound.filter((value) => Math.abs(value) > 32_000).length;
  expect(loud / heard.sound.length).toBeLessThan(1e-3);
  expect(heard.spectrogram).toHaveLength(heard.columns * heard.lines);
  expect(Math.max(...heard.spectrogram)).toBe(255);
});

test('noise drawn in place of sound gives level cepstra: all but the zeroth near 0 on average', () => {
  const uniform = createUniforms(1, 2, 3);
  const noise = Int16Array.from({ length: 40_000 }, () => Math.round(4000 * (uniform() - 0.5)));
  const values = createMfcc()(noise);
  const mean = (k: number) => {
    const own = values.filter((_, i) => i % cepstra === k);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  };
  expect(mean(0)).toBeGreaterThan(20);
  // Higher cepstra have no tilt to show but the bands' widths and the emphasis.
  for (const k of [6, 8, 10, 12]) expect(Math.abs(mean(k))).toBeLessThan(1);
});

test('a linear model stays clearly below a network of one hidden layer: by more than 5 points in 600 steps', () => {
  const linear = trainedAccuracy(set, { hidden: 0, rate: 0.1, batch: 32, steps: 600, seed: 1 });
  const network = trainedAccuracy(set, { hidden: 64, rate: 0.1, batch: 32, steps: 600, seed: 1 });
  expect(linear).toBeGreaterThan(0.6);
  expect(network).toBeGreaterThan(linear + 0.05);
});
